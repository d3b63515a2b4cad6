package dev.diorama.subsetter.masking;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/**
 * What chance decides of a value: HMAC-SHA-256 of it, so that without the key neither is the value found nor a guess of
 * it confirmed. Several threads may use one.
 */
final class Draws {
    private final ThreadLocal<Mac> macs;

    Draws(MaskKey key) {
        macs = ThreadLocal.withInitial(key::mac);
    }

    /** The same for the same text and attempt. */
    Draw of(String text, int attempt) {
        return new Draw(bytes(text, attempt));
    }

    /** The 32 bytes of the HMAC. */
    byte[] bytes(String text, int attempt) {
        Mac mac = macs.get();
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0xff); // which no UTF-8 has
        mac.update((byte) (attempt >>> 24));
        mac.update((byte) (attempt >>> 16));
        mac.update((byte) (attempt >>> 8));
        return mac.doFinal(new byte[] {(byte) attempt});
    }
}
