package dev.diorama.subsetter.command;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that a report is written into once a run has ended. It is written aside and then takes its name, so that
 * whoever waits for the file finds either none or all of it.
 */
final class ReportFile {
    private final Path path;

    private ReportFile(Path path) {
        this.path = path;
    }

    /**
     * The file of that path, which may exist.
     *
     * @throws ConfigurationException if it cannot be written, so that this is known before the work begins
     */
    static ReportFile at(Path path) {
        ReportFile file = new ReportFile(path);
        file.requireWritable();
        return file;
    }

    /** Writes it. */
    void write(String text) {
        try {
            if (isDevice()) {
                Files.writeString(path, text, StandardOpenOption.WRITE);
                return;
            }
            Path aside = aside();
            try {
                Files.writeString(aside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(aside);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new SubsetException(
                    "The work is done, but its report could not be written to \"%s\": %s".formatted(path, reason(e)),
                    e);
        }
    }

    private void requireWritable() {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException(
                    "The report cannot be written to \"%s\": it is a folder. Name a file in it".formatted(path));
        }
        if (isDevice()) {
            return;
        }
        try {
            Path folder = real().resolveSibling("");
            if (!Files.isDirectory(folder)) {
                throw new ConfigurationException(
                        "The report cannot be written to \"%s\": there is no folder \"%s\". Make it first"
                                .formatted(path, folder));
            }
            Path aside = aside();
            Files.createFile(aside);
            Files.delete(aside);
        } catch (IOException e) {
            throw new ConfigurationException("The report cannot be written to \"%s\": %s".formatted(path, reason(e)));
        }
    }

    /** What is neither a file nor will be one, such as /dev/stdout, must not be replaced by one. */
    private boolean isDevice() {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    /** A link stays a link: the file that it leads to is replaced. */
    private Path real() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private Path aside() throws IOException {
        Path real = real();
        return real.resolveSibling(".%s.%s.new".formatted(real.getFileName(), UUID.randomUUID()));
    }

    private void move(Path aside) throws IOException {
        try {
            Files.move(aside, real(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, real(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Java's messages of files are often no more than a path. */
    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such file or folder";
            case FileSystemException other -> Objects.requireNonNullElseGet(other.getReason(), other::toString);
            default -> failure.toString();
        };
    }
}
