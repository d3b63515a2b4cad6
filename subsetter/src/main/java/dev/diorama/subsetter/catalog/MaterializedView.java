package dev.diorama.subsetter.catalog;

/**
 * A view that keeps its rows.
 *
 * @param name its name
 * @param identity its name as {@link ObjectName} has it
 * @param readsElsewhere whether it reads foreign tables, directly or through other views, so that it cannot be filled
 *     from a sample
 */
public record MaterializedView(TableName name, String identity, boolean readsElsewhere) {}
