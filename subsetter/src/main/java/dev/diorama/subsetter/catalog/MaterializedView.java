package dev.diorama.subsetter.catalog;

/**
 * A view that keeps its rows.
 *
 * @param name its name
 * @param readsElsewhere whether it reads foreign tables, directly or through other views, so that it cannot be filled
 *     from a sample
 */
public record MaterializedView(TableName name, boolean readsElsewhere) {}
