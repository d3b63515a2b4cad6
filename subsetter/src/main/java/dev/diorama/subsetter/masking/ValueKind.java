package dev.diorama.subsetter.masking;

/** What the values of a column are, as far as masking them goes; of an array, what its elements are. */
public enum ValueKind {
    /** text, varchar, char, citext, name. */
    TEXT("texts"),
    /** smallint, integer, bigint. */
    INTEGER("whole numbers"),
    /** numeric, real, double precision, money. */
    DECIMAL("numbers"),
    DATE("dates"),
    /** timestamp, with time zone or without. */
    TIMESTAMP("times"),
    UUID("UUIDs"),
    INET("network addresses"),
    CIDR("networks"),
    /** macaddr, macaddr8. */
    MAC("MAC addresses"),
    /** json, jsonb. */
    JSON("JSON documents"),
    BYTES("bytes"),
    BOOLEAN("truth values"),
    OTHER("values of its type");

    private final String plural;

    ValueKind(String plural) {
        this.plural = plural;
    }

    /** What a message calls such values. */
    public String plural() {
        return plural;
    }
}
