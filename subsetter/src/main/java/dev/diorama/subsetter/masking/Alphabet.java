package dev.diorama.subsetter.masking;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Characters that may stand for one another, in ascending order. Immutable. */
final class Alphabet {
    static final Alphabet DIGITS = range('0', '9');
    static final Alphabet DIGITS_ABOVE_ZERO = range('1', '9');
    /** Of characters that stay. */
    static final Alphabet NONE = new Alphabet(new int[0]);

    /** The letters that people write with, without the rare ones of the same block. */
    private static final List<Alphabet> COMMON = List.of(
            DIGITS,
            range('a', 'z'),
            range('A', 'Z'),
            of(IntStream.concat(IntStream.rangeClosed('ß', 'ö'), IntStream.rangeClosed('ø', 'ÿ'))),
            of(IntStream.concat(IntStream.rangeClosed('À', 'Ö'), IntStream.rangeClosed('Ø', 'Þ'))),
            range('α', 'ω'),
            of(IntStream.concat(IntStream.rangeClosed('Α', 'Ρ'), IntStream.rangeClosed('Σ', 'Ω'))),
            range('а', 'я'),
            range('А', 'Я'),
            range('א', 'ת'),
            of(IntStream.concat(IntStream.rangeClosed('ء', 'غ'), IntStream.rangeClosed('ف', 'ي'))));

    private static final Alphabet[] ASCII =
            IntStream.range(0, 128).mapToObj(Alphabet::common).toArray(Alphabet[]::new);
    private static final Map<Integer, Alphabet> OTHERS = new ConcurrentHashMap<>();
    private static final Map<Kin, Alphabet> KINS = new ConcurrentHashMap<>();

    private final int[] letters;

    private Alphabet(int[] letters) {
        this.letters = letters;
    }

    /** The alphabet of a letter or a digit; {@link #NONE} of anything else, and of what has no like. */
    static Alphabet of(int character) {
        return character < ASCII.length ? ASCII[character] : OTHERS.computeIfAbsent(character, Alphabet::other);
    }

    /** An alphabet of these characters. */
    static Alphabet of(String characters) {
        return of(characters.codePoints());
    }

    private static Alphabet range(int first, int last) {
        return of(IntStream.rangeClosed(first, last));
    }

    /** An alphabet of these numbers, which need not be characters. */
    static Alphabet of(IntStream characters) {
        return new Alphabet(characters.sorted().toArray());
    }

    private static Alphabet common(int character) {
        return COMMON.stream()
                .filter(alphabet -> alphabet.has(character))
                .findFirst()
                .orElse(NONE);
    }

    private static Alphabet other(int character) {
        Alphabet common = common(character);
        UnicodeBlock block = UnicodeBlock.of(character);
        if (common != NONE || block == null || !(Character.isLetter(character) || Character.isDigit(character))) {
            return common;
        }
        return KINS.computeIfAbsent(Kin.of(character), kin -> kin.alphabet(character));
    }

    int size() {
        return letters.length;
    }

    int letter(int index) {
        return letters[index];
    }

    /** Where a character stands in this alphabet; negative if nowhere. */
    int index(int character) {
        int size = letters.length;
        if (size > 0 && letters[size - 1] - letters[0] == size - 1) {
            int index = character - letters[0];
            return index < size ? index : -1;
        }
        return Arrays.binarySearch(letters, character);
    }

    boolean has(int character) {
        return index(character) >= 0;
    }

    /** Two alphabets of different letters have different ones. */
    int identity() {
        return letters.length == 0 ? 0 : Character.MAX_CODE_POINT + letters[0];
    }

    /** What characters have in common that have no common alphabet: as many bytes, and about the same look. */
    private record Kin(UnicodeBlock block, UnicodeScript script, int type) {
        static Kin of(int character) {
            return new Kin(UnicodeBlock.of(character), UnicodeScript.of(character), Character.getType(character));
        }

        Alphabet alphabet(int member) {
            int first = member;
            while (block.equals(UnicodeBlock.of(first - 1))) {
                first--;
            }
            int last = member;
            while (block.equals(UnicodeBlock.of(last + 1))) {
                last++;
            }
            Alphabet alphabet = Alphabet.of(IntStream.rangeClosed(first, last)
                    .filter(other -> of(other).equals(this) && common(other) == NONE));
            return alphabet.size() < 2 ? NONE : alphabet;
        }
    }
}
