package dev.diorama.provisioner.comment;

/** Text that others wrote, made harmless in Markdown: no markup, no mention of a person, no break of a table. */
final class Markdown {
    private Markdown() {}

    /** For a cell of a table. */
    static String cell(String text) {
        var plain = text.replace("\r", "").replace("\n", " ");
        var escaped = new StringBuilder();
        for (int index = 0; index < plain.length(); index++) {
            char character = plain.charAt(index);
            if ("\\`*_[]<>|#!~".indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
            if (character == '@') {
                // A zero-width joiner: it looks the same, and nobody is called.
                escaped.append('\u200D');
            }
        }
        return escaped.toString();
    }

    /** Between back-ticks. */
    static String code(String text) {
        return text.replace("`", "'").replace("\r", "").replace("\n", " ");
    }
}
