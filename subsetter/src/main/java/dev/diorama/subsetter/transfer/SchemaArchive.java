package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that pg_dump writes, and beside it the list of what pg_restore is to take from it. Only the user may read
 * them; closing removes them, and so does a later run where this one was killed.
 *
 * @param file the archive
 */
record SchemaArchive(Path file) implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("diorama-schema-(\\d{1,18})-\\d+\\.dump(?:\\.list)?");

    static SchemaArchive create() {
        try {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            removeAbandoned(folder);
            Path file = Files.createTempFile(
                    folder,
                    "diorama-schema-%d-".formatted(ProcessHandle.current().pid()),
                    ".dump");
            SchemaArchive archive = new SchemaArchive(file);
            // A signal may end the JVM before the thread that waits for pg_dump can tidy up.
            file.toFile().deleteOnExit();
            archive.list().toFile().deleteOnExit();
            return archive;
        } catch (IOException e) {
            throw new SubsetException("No temporary file could be made for the schema: " + e.getMessage(), e);
        }
    }

    /** Writes a list of entries and gives its file. */
    Path listing(List<String> entries) {
        try {
            return Files.write(list(), entries);
        } catch (IOException e) {
            throw new SubsetException("The list of the schema could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * The lines that pg_restore has written, in the source's encoding. Where that is not UTF-8, letters are lost in names,
     * of which pg_restore reads none.
     */
    List<String> listed() {
        try {
            return new String(Files.readAllBytes(list()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new SubsetException("The list of the schema could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(list());
        } catch (IOException e) {
            // They lie in the folder for temporary files, hold no rows, and the system removes them.
        }
    }

    private Path list() {
        return file.resolveSibling(file.getFileName() + ".list");
    }

    /** The files of runs that were killed: their names tell the process, and it is gone. */
    private static void removeAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "diorama-schema-*.dump*")) {
            for (Path archive : archives) {
                Matcher name = NAME.matcher(archive.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && Files.isWritable(archive)) {
                    Files.deleteIfExists(archive);
                }
            }
        }
    }
}
