package dev.diorama.subsetter.privacy;

/**
 * How many values were masked.
 *
 * @param rows in how many rows there was one
 * @param distinctBefore how many different ones there were
 * @param distinctAfter how many different masks they got
 */
public record MaskedValues(long rows, long distinctBefore, long distinctAfter) {}
