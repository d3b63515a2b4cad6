package dev.diorama.provisioner.demo;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody has to remember; they need no quoting in URLs, SQL or YAML. */
final class Password {
    private static final int BYTES = 24;

    private Password() {}

    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
