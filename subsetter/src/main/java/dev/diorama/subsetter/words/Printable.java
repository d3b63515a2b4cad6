package dev.diorama.subsetter.words;

/** Names as a terminal may have them: a table may be called anything, also what clears a screen. Pure. */
public final class Printable {
    private static final char INSTEAD = '\uFFFD';

    private Printable() {}

    /** The text on one line, with {@code U+FFFD} where a control character was. */
    public static String of(Object text) {
        StringBuilder printable = new StringBuilder(text.toString());
        for (int i = 0; i < printable.length(); i++) {
            if (Character.isISOControl(printable.charAt(i))) {
                printable.setCharAt(i, INSTEAD);
            }
        }
        return printable.toString();
    }
}
