package dev.diorama.subsetter.masking;

import org.jspecify.annotations.Nullable;

/**
 * Replaces values: the same value, the same subject and the same key give the same mask. Several threads may use one.
 */
public interface Masker {
    /**
     * The mask of a value.
     *
     * @param value the value in PostgreSQL's text form
     * @param subject whose value it is, where that matters; empty elsewhere
     * @param attempt 0 at first; each higher number gives another mask of the same value, for columns whose values differ
     * @return the mask in PostgreSQL's text form; null if there shall be none
     */
    @Nullable String mask(String value, String subject, int attempt);
}
