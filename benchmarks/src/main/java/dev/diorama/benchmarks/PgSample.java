package dev.diorama.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * pg_sample, asked for the same number of rows of each table and for random ones, as Diorama's are; psql loads what it
 * writes. It makes and removes a schema of its own in the source.
 *
 * @param program the script
 * @param targets how many rows to ask for, by table
 * @see <a href="https://github.com/mla/pg_sample">pg_sample</a>
 */
record PgSample(Path program, Map<String, Long> targets) implements Way {
    /** Looks for the script in a search path like {@code PATH}. */
    static Optional<Path> find(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, "pg_sample"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String label() {
        return "`pg_sample` with the same targets, `psql`";
    }

    @Override
    public long go(Database source, Database target) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            String script = folder.file("sample.sql");
            ProgramRun.onDatabase(
                    source.url(),
                    List.of(
                            program.toString(),
                            "--random",
                            "--limit=" + limits(),
                            "--file=" + script,
                            source.url().database()));
            target.create();
            ProgramRun.onDatabase(
                    target.url(),
                    List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", script));
        }
        return 0;
    }

    String limits() {
        return targets.entrySet().stream()
                .map(target -> "public.%s = %d".formatted(target.getKey(), target.getValue()))
                .collect(Collectors.joining(", "));
    }
}
