package dev.diorama.subsetter.scan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a type may hold, as far as personal data goes. */
enum ColumnType {
    TEXT,
    JSON,
    INET,
    MAC,
    /** Dates and times: only their name can tell that they are of births. */
    DATE,
    UUID,
    NUMBER,
    BYTES,
    /** Made of others, or of an extension: looked into as a text. */
    OTHER,
    /** Truth values, ranges, shapes and the like. */
    NOTHING;

    private static final Set<Category> IN_NUMBERS = EnumSet.of(
            Category.PHONE,
            Category.SSN,
            Category.TAX_ID,
            Category.CREDIT_CARD,
            Category.BANK_ACCOUNT,
            Category.ID_DOCUMENT,
            Category.SALARY);
    private static final Set<Category> IN_BYTES =
            EnumSet.of(Category.PICTURE, Category.PASSWORD, Category.TOKEN, Category.SESSION);

    /** That of a type by the name that SQL has for it; of an array, that of its elements. */
    static ColumnType of(String type) {
        String element = type.replace("[]", "");
        String name = element.substring(element.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "text", "character varying", "character", "bpchar", "citext", "name" -> TEXT;
            case "json", "jsonb" -> JSON;
            case "inet", "cidr" -> INET;
            case "macaddr", "macaddr8" -> MAC;
            case "date", "timestamp without time zone", "timestamp with time zone" -> DATE;
            case "uuid" -> UUID;
            case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money" -> NUMBER;
            case "bytea" -> BYTES;
            case "boolean",
                    "interval",
                    "oid",
                    "xid",
                    "xid8",
                    "cid",
                    "tid",
                    "bit",
                    "bit varying",
                    "point",
                    "line",
                    "lseg",
                    "box",
                    "path",
                    "polygon",
                    "circle",
                    "geometry",
                    "geography",
                    "raster",
                    "vector",
                    "pg_lsn",
                    "txid_snapshot",
                    "pg_snapshot",
                    "time without time zone",
                    "time with time zone",
                    "int4range",
                    "int8range",
                    "numrange",
                    "tsrange",
                    "tstzrange",
                    "daterange",
                    "int4multirange",
                    "int8multirange",
                    "nummultirange",
                    "tsmultirange",
                    "tstzmultirange",
                    "datemultirange",
                    "regclass",
                    "regproc",
                    "regtype",
                    "tsquery" -> NOTHING;
            default -> OTHER;
        };
    }

    static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    /** Whether values of such a type may be what their name says. */
    boolean mayBe(Category category) {
        return switch (this) {
            case TEXT, OTHER -> category != Category.PICTURE && category != Category.SALARY;
            case JSON -> category == Category.SESSION || category == Category.TOKEN || category == Category.PASSWORD;
            case INET -> category == Category.IP;
            case MAC -> category == Category.MAC;
            case DATE -> category == Category.BIRTH_DATE;
            case UUID -> category == Category.TOKEN || category == Category.SESSION;
            case NUMBER -> IN_NUMBERS.contains(category);
            case BYTES -> IN_BYTES.contains(category);
            case NOTHING -> false;
        };
    }

    /** Whether values are worth looking at, when their name says nothing. */
    boolean isTelling() {
        return switch (this) {
            case TEXT, JSON, OTHER, INET, MAC -> true;
            case DATE, UUID, NUMBER, BYTES, NOTHING -> false;
        };
    }

    /** Whether values are to be read at all, when their name says something that they may be. */
    boolean isRead() {
        return switch (this) {
            case TEXT, JSON, OTHER, INET, MAC, NUMBER -> true;
            case DATE, UUID, BYTES, NOTHING -> false;
        };
    }
}
