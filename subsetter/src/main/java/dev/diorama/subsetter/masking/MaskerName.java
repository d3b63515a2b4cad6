package dev.diorama.subsetter.masking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The maskers that are known by a name alone. */
public enum MaskerName {
    EMAIL,
    FULL_NAME,
    FIRST_NAME,
    LAST_NAME,
    USER_NAME,
    PHONE,
    STREET,
    CITY,
    POSTCODE,
    COMPANY,
    IBAN,
    CREDIT_CARD,
    SSN,
    TAX_ID,
    IP,
    MAC,
    URL,
    UUID,
    /** Other letters and digits in the same shape. */
    SCRAMBLE,
    /** Every letter an x, every digit a 0. */
    REDACT,
    HASH,
    NULL,
    /** Nothing where the column allows it, empty otherwise. */
    BLANK;

    /** All names as a configuration writes them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MaskerName::word).toList();
    }

    /** The masker of a name as a configuration writes it. */
    public static Optional<MaskerName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    /** The name as a configuration writes it, like {@code full-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
