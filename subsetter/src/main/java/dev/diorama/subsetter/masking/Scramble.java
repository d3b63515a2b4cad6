package dev.diorama.subsetter.masking;

/**
 * Other letters and digits in the same shape: digits stay digits, lower case letters lower case ones, others within
 * their alphabets, and everything else stays. Texts that differ get masks that differ.
 */
final class Scramble implements Masker {
    private final Permutation permutation;

    Scramble(Permutation permutation) {
        this.permutation = permutation;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        return mask(value, attempt);
    }

    String mask(String value, int attempt) {
        Places places = new Places(value);
        for (int i = 0; i < places.length(); i++) {
            places.replace(i, Alphabet.of(places.character(i)));
        }
        return places.masked(permutation, attempt);
    }
}
