package dev.diorama.subsetter.masking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that masks are made with. Immutable; nothing of it is ever written. */
public final class MaskKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    private MaskKey(byte[] secret) {
        this.secret = secret;
    }

    /** A key of a secret, which must not be empty. */
    public static MaskKey of(byte[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("A key for masks must not be empty");
        }
        return new MaskKey(hmac(secret, "diorama"));
    }

    /** A key that nobody knows: masks are others in the next run. */
    public static MaskKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new MaskKey(secret);
    }

    /** Another key, made of this one, for one purpose. */
    public MaskKey derived(String purpose) {
        return new MaskKey(hmac(secret, purpose));
    }

    /** 32 bytes that only who has the key can know. */
    public byte[] bytes() {
        return secret.clone();
    }

    /** HMAC-SHA-256 of a text in UTF-8. */
    byte[] hmac(String text) {
        return hmac(secret, text);
    }

    /** HMAC-SHA-256 with this key, for one thread. */
    Mac mac() {
        return mac(secret);
    }

    private static byte[] hmac(byte[] secret, String text) {
        return mac(secret).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "a key for masks";
    }
}
