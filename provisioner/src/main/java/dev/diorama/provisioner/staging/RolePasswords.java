package dev.diorama.provisioner.staging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of the roles on the staging server: HMAC-SHA-256 of the role's name under a random key that lies in
 * the server's home folder, readable by its user alone. So no password is stored, and a restarted server knows them
 * all. Thread-safe.
 */
public final class RolePasswords {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private RolePasswords(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Reads the key, or makes it when there is none. */
    public static RolePasswords in(Path home) {
        return new RolePasswords(SecretFile.in(home, "role-passwords.key"));
    }

    String of(String role) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var digest = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
