package dev.diorama.subsetter.masking;

import java.util.Locale;

/** How a text uses upper and lower case. */
enum CaseStyle {
    UPPER,
    LOWER,
    MIXED;

    static CaseStyle of(String text) {
        if (text.codePoints().noneMatch(Character::isLowerCase)) {
            return text.codePoints().anyMatch(Character::isUpperCase) ? UPPER : MIXED;
        }
        return text.codePoints().anyMatch(Character::isUpperCase) ? MIXED : LOWER;
    }

    /** A text in this style; as it is where the style is mixed. */
    String apply(String text) {
        return switch (this) {
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case MIXED -> text;
        };
    }
}
