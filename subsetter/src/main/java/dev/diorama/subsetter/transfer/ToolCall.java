package dev.diorama.subsetter.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one of PostgreSQL's programs is to do. The files are not among the options, since a program in a container does
 * not see them.
 *
 * @param program its name
 * @param options its options, without those that name files
 * @param entries a file with the entries of the archive to restore, as --use-list takes it
 * @param archive the archive to read
 * @param output the file to write
 */
record ToolCall(
        String program, List<String> options, Optional<Path> entries, Optional<Path> archive, Optional<Path> output) {
    ToolCall {
        options = List.copyOf(options);
    }

    /** pg_dump into a file. */
    static ToolCall dump(List<String> options, Path output) {
        return new ToolCall("pg_dump", options, Optional.empty(), Optional.empty(), Optional.of(output));
    }

    /** pg_restore of those entries of an archive. */
    static ToolCall restore(List<String> options, Path entries, Path archive) {
        return new ToolCall("pg_restore", options, Optional.of(entries), Optional.of(archive), Optional.empty());
    }

    /** The list of an archive's entries into a file. */
    static ToolCall list(Path archive, Path output) {
        return new ToolCall(
                "pg_restore", List.of("--list"), Optional.empty(), Optional.of(archive), Optional.of(output));
    }
}
