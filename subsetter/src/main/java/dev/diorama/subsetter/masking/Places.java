package dev.diorama.subsetter.masking;

import java.util.Arrays;

/**
 * A text some of whose characters are replaced by others of their alphabets; the rest of it stays. Two texts that differ
 * get masks that differ if they have the same replaceable places, the same tweak and the same rest. For one thread.
 */
final class Places {
    private final int[] characters;
    private final int[] places;
    private final Alphabet[] alphabets;
    private int count;
    private long tweak;

    Places(String text) {
        characters = text.codePoints().toArray();
        places = new int[characters.length];
        alphabets = new Alphabet[characters.length];
    }

    int length() {
        return characters.length;
    }

    int character(int place) {
        return characters[place];
    }

    /** Puts another character at a place, to stand in the mask or to be replaced. */
    void character(int place, int character) {
        characters[place] = character;
    }

    /** Whether there is something to replace. */
    boolean any() {
        return count > 0;
    }

    /** The character at a place may become any other of the alphabet; it stays if that has no other, or not even it. */
    void replace(int place, Alphabet alphabet) {
        if (alphabet.size() > 1 && alphabet.has(characters[place])) {
            places[count] = place;
            alphabets[count++] = alphabet;
            tweak(alphabet.identity() * 31L + alphabet.size());
        } else {
            tweak(characters[place]);
        }
    }

    /** Another number here makes other masks. */
    void tweak(long number) {
        // The finish of SplitMix64 (Steele, Lea and Flood, 2014); nothing here has to be secret.
        long mixed = (tweak ^ number) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        tweak = mixed ^ mixed >>> 31;
    }

    String masked(Permutation permutation, int attempt) {
        int[] digits = new int[count];
        int[] radices = new int[count];
        for (int i = 0; i < count; i++) {
            digits[i] = alphabets[i].index(characters[places[i]]);
            radices[i] = alphabets[i].size();
        }
        permutation.mask(digits, radices, tweak, attempt);
        int[] masked = Arrays.copyOf(characters, characters.length);
        for (int i = 0; i < count; i++) {
            masked[places[i]] = alphabets[i].letter(digits[i]);
        }
        return new String(masked, 0, masked.length);
    }
}
