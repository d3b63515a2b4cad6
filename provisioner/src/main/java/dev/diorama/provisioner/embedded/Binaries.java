package dev.diorama.provisioner.embedded;

import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the Maven artifact for this system. They stay in {@code
 * ~/.cache/diorama/postgresql/<digest>} for the next time, because unpacking them takes seconds; whoever deletes the
 * folder loses nothing else.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">where caches belong</a>
 */
final class Binaries {
    private static final int DIGITS = 16;
    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; unpacked now if it is not there yet. */
    static Path folder() {
        try {
            var target = cache().resolve(digest().substring(0, DIGITS));
            if (!Files.isDirectory(target)) {
                Files.createDirectories(target.getParent());
                var part = Files.createTempDirectory(target.getParent(), "part");
                try {
                    unpack(part);
                    // Whoever else unpacks at this moment does so beside, and only one of them gets the name.
                    if (!Files.isDirectory(target)) {
                        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                } finally {
                    FolderTree.delete(part);
                }
            }
            return target;
        } catch (IOException e) {
            throw new CommandFailure("PostgreSQL cannot be unpacked to %s: %s".formatted(cache(), e.getMessage()), e);
        }
    }

    private static Path cache() {
        var base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return base.resolve("diorama").resolve("postgresql");
    }

    private static String digest() throws IOException {
        try (var stream = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The artifacts' own names for systems and machines; read without their library, which probes with scripts. */
    private static InputStream archive() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var machine =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        var stream = Binaries.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(system, machine));
        if (stream == null) {
            throw new CommandFailure("There is no embedded PostgreSQL for %s on %s.".formatted(system, machine));
        }
        return stream;
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive holds %s, which lies outside of it".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && !path.toFile().setExecutable(true)) {
                throw new IOException("%s cannot be made executable".formatted(path));
            }
        }
    }
}
