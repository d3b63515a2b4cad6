package dev.diorama.subsetter.masking;

import java.util.Locale;
import java.util.Optional;

/** Makes maskers for one key. Several threads may use one. */
public final class Maskers {
    private final MaskKey key;
    private final Locale locale;

    /**
     * Maskers.
     *
     * @param locale whose names, streets and companies masks have
     */
    public Maskers(MaskKey key, Locale locale) {
        this.key = key;
        this.locale = locale;
    }

    /** Why a masking cannot be used for such values, to be read after the column's name; nothing if it can. */
    public static Optional<String> misfit(Masking masking, ValueKind kind) {
        return Optional.empty();
    }

    /**
     * A masker.
     *
     * @param masking one that has no {@link #misfit}; not {@code keep}, {@code sql}
     * @param kind what the values are; of an array, what its elements are
     * @param maxLength how many characters a mask may have; 0 for any number
     */
    public Masker masker(Masking masking, ValueKind kind, int maxLength) {
        misfit(masking, kind).ifPresent(reason -> {
            throw new IllegalArgumentException(reason + locale + maxLength);
        });
        return (value, subject, attempt) -> key.toString();
    }

    /** A masker of arrays, which masks each element. */
    public static Masker elementwise(Masker masker, char delimiter) {
        return (value, subject, attempt) -> delimiter + masker.mask(value, subject, attempt);
    }
}
