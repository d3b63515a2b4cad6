package dev.diorama.subsetter.masking;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other letters and digits; a country at the beginning stays, and so does whatever stands between: the same number written in
 * another way gets the same mask. Numbers that differ get masks that differ. Check digits are not made.
 */
final class TaxNumber implements Masker {
    private static final Set<String> COUNTRIES = countries();
    /** Those of France begin with 1 or 2, which constraints know. */
    private static final Pattern FRENCH = Pattern.compile("[12](?: ?\\d){12}(?:(?: ?\\d){2})?");

    private final Permutation permutation;

    TaxNumber(Permutation permutation) {
        this.permutation = permutation;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Places places = new Places(value);
        int start = 0;
        if (value.length() > 2 && Character.isDigit(value.charAt(2)) && COUNTRIES.contains(value.substring(0, 2))) {
            places.tweak(value.charAt(0) << 16 | value.charAt(1));
            start = 2;
        } else if (FRENCH.matcher(value).matches()) {
            places.tweak(value.charAt(0));
            start = 1;
        }
        for (int place = start; place < places.length(); place++) {
            int character = places.character(place);
            if (Alphabet.of(character) != Alphabet.NONE) {
                places.replace(place, Alphabet.of(character));
            }
        }
        return places.masked(permutation, attempt);
    }

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        countries.addAll(List.of("EL", "EU", "XI")); // which tax offices write for Greece, the Union, Northern Ireland
        return Set.copyOf(countries);
    }
}
