package dev.diorama.provisioner.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Random secrets that lie in the server's home folder, readable by its user alone. */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** Reads the secret of that name, or makes it when there is none. */
    public static byte[] in(Path home, String name) {
        var file = home.resolve(name);
        try {
            if (!Files.exists(file)) {
                var secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                Files.createDirectories(home);
                var part = Files.createTempFile(
                        home,
                        "secret",
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(part, secret);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
