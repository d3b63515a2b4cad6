package dev.diorama.subsetter.masking;

import java.util.Locale;

/**
 * Replaces a domain by one that nobody can have (RFC 2606; no top level domain is called zz), as long as it was. Equal
 * domains get equal ones, whatever the attempt.
 */
final class Domains {
    private static final int FOR_EXAMPLE = 9;
    private static final int FOR_TEST = 6;
    private static final int FOR_ZZ = 4;

    private final Draws draws;
    private final Handles handles;
    private final Scramble scramble;

    Domains(Draws draws, Handles handles, Scramble scramble) {
        this.draws = draws;
        this.handles = handles;
        this.scramble = scramble;
    }

    String mask(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        int length = domain.codePointCount(0, domain.length());
        String top = length >= FOR_EXAMPLE ? ".example" : length >= FOR_TEST ? ".test" : ".zz";
        if (length < FOR_ZZ) {
            return scramble.mask(domain, 0);
        }
        String masked = lower;
        for (int i = 0; masked.equals(lower); i++) {
            masked = handles.label(length - top.length(), draws.of(lower, i)) + top;
        }
        return CaseStyle.of(domain).apply(masked);
    }
}
