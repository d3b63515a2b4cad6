package dev.diorama.subsetter.masking;

/** Every letter becomes an x, an upper case one an X, and every digit a 0. */
final class Redaction implements Masker {
    @Override
    public String mask(String value, String subject, int attempt) {
        StringBuilder masked = new StringBuilder(value.length());
        value.codePoints()
                .map(character -> Character.isDigit(character)
                        ? '0'
                        : Character.isUpperCase(character) ? 'X' : Character.isLetter(character) ? 'x' : character)
                .forEach(masked::appendCodePoint);
        return masked.toString();
    }
}
