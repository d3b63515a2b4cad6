package dev.diorama.subsetter.masking;

import java.util.Locale;

/** Makes names of accounts and of domains: as long as wanted, a name and a code. */
final class Handles {
    /** Without those that look alike. */
    private static final String CODE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Alphabet LETTERS = Alphabet.of("abcdefghijklmnopqrstuvwxyz");
    private static final int SHORTEST = 5;
    private static final int WITH_LONG_CODE = 8;
    private static final int WITH_TWO_NAMES = 15;
    private static final int LONGEST_NAME = 11;

    private final Pools pools;

    Handles(Pools pools) {
        this.pools = pools;
    }

    /** An account's name like {@code mary7k2q}. */
    String account(int length, Draw draw) {
        StringBuilder handle = new StringBuilder(length);
        if (length >= SHORTEST) {
            int code = length < WITH_LONG_CODE ? 2 : 4;
            int first = length < WITH_TWO_NAMES ? length - code : Math.min((length - code) / 2, LONGEST_NAME);
            handle.append(pools.plainFirstNames().any(first, draw).orElse(""));
            if (length >= WITH_TWO_NAMES) {
                handle.append('.')
                        .append(pools.plainLastNames()
                                .any(Math.min(length - code - handle.length() - 1, LONGEST_NAME), draw)
                                .orElse(""));
            }
        }
        return filled(handle, length, draw);
    }

    /** A label of a domain. */
    String label(int length, Draw draw) {
        StringBuilder label = new StringBuilder(length);
        if (length >= SHORTEST) {
            label.append(pools.plainLastNames()
                    .any(Math.min(length - 2, LONGEST_NAME), draw)
                    .orElse(""));
        }
        return filled(label, length, draw);
    }

    private static String filled(StringBuilder handle, int length, Draw draw) {
        while (handle.length() < length) {
            if (handle.isEmpty()) {
                handle.appendCodePoint(LETTERS.letter(draw.below(LETTERS.size())));
            } else {
                handle.append(CODE.charAt(draw.below(CODE.length())));
            }
        }
        return handle.toString().toLowerCase(Locale.ROOT);
    }
}
