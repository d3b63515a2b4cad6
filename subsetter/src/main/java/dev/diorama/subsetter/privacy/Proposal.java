package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.masking.Masking;

/**
 * Personal data that was found, and how it could be masked.
 *
 * @param column where it is
 * @param masking how it could be masked
 * @param reason why it is thought to be personal, without any value
 */
public record Proposal(ColumnName column, Masking masking, String reason) {}
