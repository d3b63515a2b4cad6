package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Optional;

/**
 * What became of a table.
 *
 * @param name its name
 * @param sourceRows its rows in the source
 * @param targetRows the rows that the law asks for
 * @param rows the rows in the sample
 * @param why why these are not within a tenth of what the law asks for; nothing where they are
 */
public record TableReport(TableName name, long sourceRows, long targetRows, long rows, Optional<String> why) {}
