package dev.diorama.subsetter.catalog;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param required whether it is NOT NULL
 * @param generated whether PostgreSQL computes it from the others, so that it must not be copied
 * @param portable whether its type's binary form means the same in every database of servers of the same version
 * @param type the name of its type as SQL has it, without a length; that of the type beneath where it is a domain
 * @param length how many characters a value may have, of an array each element; 0 where the type sets no limit
 * @param distinctive whether a unique index looks at it, alone or with others
 * @param ignoresCase whether texts may be equal in it that are not the same, as in {@code citext}
 */
public record Column(
        String name,
        boolean required,
        boolean generated,
        boolean portable,
        String type,
        int length,
        boolean distinctive,
        boolean ignoresCase) {
    private static final String ARRAY = "[]";

    /** Whether its values are arrays. */
    public boolean isArray() {
        return type.endsWith(ARRAY);
    }

    /** Its type, or that of its elements if it is an array. */
    public String elementType() {
        return isArray() ? type.substring(0, type.length() - ARRAY.length()) : type;
    }
}
