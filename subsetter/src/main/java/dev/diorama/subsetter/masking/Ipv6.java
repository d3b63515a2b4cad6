package dev.diorama.subsetter.masking;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses in 2001:db8::/32, which is for documentation (RFC 3849), not longer than they were. Those too short for that, and
 * networks, get other digits. {@code ::} and {@code ::1} stay.
 */
final class Ipv6 {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:]+:[0-9a-fA-F:]*");
    private static final Pattern MAPPED = Pattern.compile("([0-9a-fA-F:]+:)([0-9.]+)");
    private static final String RANGE = "2001:db8:";
    private static final int FULL = 38;
    private static final int GROUP = 5;
    /** Four groups and what is between them: PostgreSQL writes the zeros before them as {@code ::}. */
    private static final int MOST = 19;

    private static final int BITS = 128;

    private final Permutation permutation;
    private final Draws draws;
    private final Ipv4 ipv4;

    Ipv6(Permutation permutation, Draws draws, Ipv4 ipv4) {
        this.permutation = permutation;
        this.draws = draws;
        this.ipv4 = ipv4;
    }

    /** The mask; nothing of what is no IPv6 address. */
    Optional<String> mask(String address, int prefix, int attempt) {
        var mapped = MAPPED.matcher(address);
        if (mapped.matches() && address.indexOf('.') > 0) {
            int bits = Math.max(prefix - BITS + 32, 0);
            return bytes(address)
                    .flatMap(bytes -> ipv4.mask(mapped.group(2), bits, attempt))
                    .map(masked -> mapped.group(1) + masked);
        }
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        return bytes(address).map(bytes -> masked(address, bytes, prefix, attempt));
    }

    private String masked(String address, byte[] bytes, int prefix, int attempt) {
        if (isBelowTwo(bytes)) {
            return address;
        }
        if ((prefix < BITS && isNetwork(bytes, prefix)) || address.length() <= RANGE.length() + 1) {
            return Hex.inTheCaseOf(address, digits(address.toLowerCase(Locale.ROOT), prefix, attempt));
        }
        String lower = address.toLowerCase(Locale.ROOT);
        String masked = lower;
        for (int i = 0; masked.equals(lower); i++) {
            masked = documentation(address.length(), draws.of(lower, attempt + (i << 24)));
        }
        return Hex.inTheCaseOf(address, masked);
    }

    private static String documentation(int length, Draw draw) {
        StringBuilder masked = new StringBuilder(RANGE);
        int end = FULL;
        if (length < FULL) {
            masked.append(':');
            end = Math.min(length, masked.length() + MOST);
        }
        int start = masked.length();
        while (masked.length() < end) {
            int place = (masked.length() - start) % GROUP;
            if (place < GROUP - 1) {
                Alphabet alphabet = place == 0 ? Hex.DIGITS_ABOVE_ZERO : Hex.DIGITS;
                masked.appendCodePoint(alphabet.letter(draw.below(alphabet.size())));
            } else if (masked.length() + 1 < end) {
                masked.append(':');
            } else {
                end--;
            }
        }
        return masked.toString();
    }

    /** Other digits where there are digits, none of which begins a group with a zero; of a network, no host bits. */
    private String digits(String address, int prefix, int attempt) {
        Places places = new Places(address);
        int end = places.length();
        if (prefix < BITS) {
            while (end > 0 && (places.character(end - 1) == '0' || places.character(end - 1) == ':')) {
                end--;
            }
            if (prefix % 4 != 0) {
                end--;
            }
        }
        boolean first = true;
        for (int place = 0; place < places.length(); place++) {
            int character = places.character(place);
            boolean replaced = place < end && Hex.DIGITS.has(character) && !(first && character == '0');
            if (replaced) {
                places.replace(place, first ? Hex.DIGITS_ABOVE_ZERO : Hex.DIGITS);
            } else {
                places.tweak(character);
            }
            first = character == ':';
        }
        return places.masked(permutation, attempt);
    }

    private static boolean isNetwork(byte[] bytes, int prefix) {
        for (int bit = prefix; bit < BITS; bit++) {
            if (((bytes[bit / 8] >> (7 - bit % 8)) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBelowTwo(byte[] bytes) {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[bytes.length - 1] >= 0 && bytes[bytes.length - 1] < 2;
    }

    /** An address' 16 bytes; no name is looked up, since there is a colon in it. */
    private static Optional<byte[]> bytes(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Optional.of(bytes.length == BITS / 8 ? bytes : mapped(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Java gives the IPv4 address that an IPv6 one maps. */
    private static byte[] mapped(byte[] ipv4) {
        byte[] bytes = new byte[BITS / 8];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(ipv4, 0, bytes, bytes.length - ipv4.length, ipv4.length);
        return bytes;
    }
}
