package dev.diorama.subsetter.masking;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Set;

/**
 * Other digits. The country's calling code stays, zeros before the number do (which some countries dial), the first
 * digit after them is no zero, and whatever stands between digits stays: the same number written in another way
 * gets the same digits.
 */
final class PhoneNumber implements Masker {
    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST_CODE = 3;
    private static final Set<String> KEPT_WORDS = Set.of("ext", "extension", "x", "tel", "fax", "mobile", "durchwahl");
    private static final Set<Integer> CALLING_CODES =
            Set.copyOf(PhoneNumberUtil.getInstance().getSupportedCallingCodes());

    private final Permutation permutation;
    private final Scramble scramble;

    PhoneNumber(Permutation permutation) {
        this.permutation = permutation;
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (value.chars().filter(PhoneNumber::isDigit).count() < FEWEST_DIGITS) {
            return scramble.mask(value, attempt);
        }
        Places places = new Places(value);
        int place = afterCallingCode(places);
        Alphabet next = Alphabet.DIGITS_ABOVE_ZERO;
        while (place < places.length()) {
            int character = places.character(place);
            if (Character.isLetter(character)) {
                place = afterWord(places, place);
                continue;
            }
            if (Character.isDigit(character) && !(character == '0' && next != Alphabet.DIGITS)) {
                places.replace(place, isDigit(character) ? next : Alphabet.of(character));
                next = Alphabet.DIGITS;
            }
            place++;
        }
        return places.any() ? places.masked(permutation, attempt) : scramble.mask(value, attempt);
    }

    /** Where a calling code ends, which must begin with a plus or two zeros; 0 where there is none. */
    private static int afterCallingCode(Places places) {
        int start = 0;
        while (start < places.length() && !isDigit(places.character(start)) && places.character(start) != '+') {
            start++;
        }
        if (places.character(start) == '+') {
            start++;
        } else if (start + 1 < places.length()
                && places.character(start) == '0'
                && places.character(start + 1) == '0') {
            start += 2;
        } else {
            return 0;
        }
        int code = 0;
        for (int place = start; place < Math.min(places.length(), start + LONGEST_CODE); place++) {
            if (!isDigit(places.character(place))) {
                break;
            }
            code = 10 * code + places.character(place) - '0';
            if (CALLING_CODES.contains(code)) {
                places.tweak(code);
                return place + 1;
            }
        }
        return 0;
    }

    private static int afterWord(Places places, int start) {
        StringBuilder word = new StringBuilder();
        int end = start;
        while (end < places.length() && Character.isLetter(places.character(end))) {
            word.appendCodePoint(places.character(end++));
        }
        if (!KEPT_WORDS.contains(word.toString().toLowerCase(Locale.ROOT))) {
            for (int place = start; place < end; place++) {
                places.replace(place, Alphabet.of(places.character(place)));
            }
        }
        return end;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
