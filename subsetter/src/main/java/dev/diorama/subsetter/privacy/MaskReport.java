package dev.diorama.subsetter.privacy;

import java.util.Optional;

/**
 * What was done about one column.
 *
 * @param column the column
 * @param masker how it is masked, as the configuration writes it; {@code keep} if it is not
 * @param reason why it may stay; or why it is masked, where nobody has classified it
 * @param values how many values were masked; nothing where the source computed them, and where they stay
 */
public record MaskReport(ColumnName column, String masker, Optional<String> reason, Optional<MaskedValues> values) {}
