package dev.diorama.subsetter.catalog;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param required whether it is NOT NULL
 * @param generated whether PostgreSQL computes it from the others, so that it must not be copied
 * @param portable whether its type's binary form means the same in every database of servers of the same version
 * @param type the name of its type as SQL has it, without a length; that of the type beneath where it is a domain
 */
public record Column(String name, boolean required, boolean generated, boolean portable, String type) {}
