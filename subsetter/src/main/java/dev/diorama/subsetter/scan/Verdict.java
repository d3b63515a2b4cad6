package dev.diorama.subsetter.scan;

/**
 * What a column, or what is at a path, is.
 *
 * @param category what it is
 * @param confidence how sure that is
 * @param reason why, without any value
 */
record Verdict(Category category, Confidence confidence, String reason) {}
