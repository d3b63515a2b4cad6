package dev.diorama.subsetter.masking;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Another address as long as it was. What is none is scrambled. */
final class EmailAddress implements Masker {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"]+@[\\p{L}\\p{M}\\p{N}.-]+");
    private static final int SHORT = 5;

    private final Draws draws;
    private final Handles handles;
    private final UnaryOperator<String> domains;
    private final Permutation permutation;
    private final Scramble scramble;

    /** @param domains what becomes of a domain */
    EmailAddress(Draws draws, Handles handles, UnaryOperator<String> domains, Permutation permutation) {
        this.draws = draws;
        this.handles = handles;
        this.domains = domains;
        this.permutation = permutation;
        this.scramble = new Scramble(permutation);
    }

    /** Whether a text is a single address. */
    static boolean is(String value) {
        return value.indexOf('@') > 0 && SHAPE.matcher(value).matches();
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (!is(value)) {
            return scramble.mask(value, attempt);
        }
        int at = value.indexOf('@');
        String name = value.substring(0, at);
        String address = value.toLowerCase(Locale.ROOT);
        String masked = name.codePointCount(0, at) < SHORT
                ? shortName(name, address.substring(at), attempt)
                : longName(name, address, attempt);
        return masked + "@" + domains.apply(value.substring(at + 1));
    }

    /** All other short names of one domain are reached, so that none is short of them. */
    private String shortName(String name, String domain, int attempt) {
        Places places = new Places(name);
        for (int i = 0; i < domain.length(); i++) {
            places.tweak(domain.charAt(i));
        }
        for (int place = 0; place < places.length(); place++) {
            places.replace(place, Alphabet.of(places.character(place)));
        }
        return places.masked(permutation, attempt);
    }

    private String longName(String name, String address, int attempt) {
        CaseStyle style = CaseStyle.of(name);
        int length = name.codePointCount(0, name.length());
        String masked = name;
        for (int i = 0; masked.equalsIgnoreCase(name); i++) {
            masked = handles.account(length, draws.of(address, attempt + (i << 24)));
        }
        return style.apply(masked);
    }
}
