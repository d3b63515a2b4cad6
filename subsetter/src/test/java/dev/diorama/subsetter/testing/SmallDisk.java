package dev.diorama.subsetter.testing;

import java.nio.file.Path;

/** A file system of a few megabytes, which only root can make. */
public record SmallDisk(Path folder) implements AutoCloseable {
    /** Mounts one over an empty folder. */
    public static SmallDisk mount(Path folder, int megabytes) {
        Programs.requireRoot("mount a file system that is soon full");
        Programs.run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        Programs.run("umount", "--lazy", folder.toString());
    }
}
