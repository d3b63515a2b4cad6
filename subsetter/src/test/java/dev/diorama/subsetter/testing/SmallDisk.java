package dev.diorama.subsetter.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;

/** A file system of a few megabytes, which only root can make. */
public record SmallDisk(Path folder) implements AutoCloseable {
    /** Mounts one over an empty folder. */
    public static SmallDisk mount(Path folder, int megabytes) {
        Programs.requireRoot("mount a file system that is soon full");
        try {
            Programs.run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString());
        } catch (IllegalStateException e) {
            abort("Not even root can mount a file system here: " + e.getMessage());
        }
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        Programs.run("umount", "--lazy", folder.toString());
    }
}
