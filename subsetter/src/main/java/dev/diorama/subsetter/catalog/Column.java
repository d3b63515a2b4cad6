package dev.diorama.subsetter.catalog;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param required whether it is NOT NULL, or its domain is
 * @param generated whether PostgreSQL computes it from the others, so that it must not be copied
 * @param portable whether its type's binary form means the same in every database of servers of the same version
 * @param type the name of its type as SQL has it, without a length; that of the type beneath where it is a domain
 * @param length how many characters a value may have, of an array each element; 0 where the type sets no limit
 * @param distinctive whether a unique index or an exclusion constraint looks at it, alone or with others, be it of a
 *     partition alone
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

    /** Whether PostgreSQL fills its texts up with blanks that mean nothing. */
    public boolean isPadded() {
        return elementType().equals("character") || elementType().equals("bpchar");
    }

    /** A text of it, or of its elements, without blanks that mean nothing. */
    public String unpadded(String text) {
        int end = text.length();
        while (isPadded() && end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Its type, or that of its elements if it is an array. */
    public String elementType() {
        return isArray() ? type.substring(0, type.length() - ARRAY.length()) : type;
    }
}
