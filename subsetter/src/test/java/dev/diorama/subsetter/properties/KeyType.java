package dev.diorama.subsetter.properties;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The types that keys are made of. Each counts: it has a value for every number, and other numbers have other values.
 * Where a type has values that look different and are equal, a referring row may write the other one.
 */
record KeyType(List<String> types, IntFunction<String> values, UnaryOperator<String> aliases) {
    static final KeyType INT = new KeyType(List.of("int", "bigint"), n -> String.valueOf(n + 1));
    static final KeyType BIGINT = new KeyType(List.of("bigint"), n -> String.valueOf(7_000_000_000L + n));
    static final KeyType SMALLINT = new KeyType(List.of("smallint", "int"), n -> String.valueOf(n + 1));
    static final KeyType NEGATIVE = new KeyType(List.of("int"), n -> String.valueOf(-n - 1));
    static final KeyType NUMERIC = new KeyType(List.of("numeric"), n -> n + ".5", text -> text + "00");
    static final KeyType WHOLE_NUMERIC = new KeyType(List.of("numeric", "int", "bigint"), n -> String.valueOf(n + 1));
    static final KeyType TEXT = new KeyType(List.of("text", "varchar(60)"), n -> "k'" + n + "\\é\n");
    static final KeyType VARCHAR = new KeyType(List.of("varchar(40)", "text"), n -> "V " + n + " \"?\"");
    static final KeyType CHAR = new KeyType(List.of("char(12)"), n -> "c" + n, text -> text + "  ");
    static final KeyType TEXT_OF_CHAR = new KeyType(List.of("text", "char(20)"), n -> "t" + n);
    static final KeyType UUID_TYPE = new KeyType(
            List.of("uuid"), n -> UUID.nameUUIDFromBytes(String.valueOf(n).getBytes(StandardCharsets.UTF_8))
                    .toString());
    static final KeyType DATE = new KeyType(
            List.of("date"), n -> LocalDate.of(1995, 1, 1).plusDays(n).toString());
    static final KeyType TIMESTAMPTZ = new KeyType(
            List.of("timestamptz"),
            n -> OffsetDateTime.of(2020, 2, 28, 23, 0, 0, 0, ZoneOffset.UTC)
                    .plusMinutes(n)
                    .toString(),
            text -> OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 30))
                    .toString());
    static final KeyType CITEXT =
            new KeyType(List.of("ext.citext"), n -> "Key " + n, text -> text.toUpperCase(Locale.ROOT));
    static final KeyType BYTEA = new KeyType(List.of("bytea"), "\\xdead%08x"::formatted);
    static final KeyType INTERVAL = new KeyType(
            List.of("interval"), n -> n + " days", text -> 24 * Integer.parseInt(text.replace(" days", "")) + " hours");
    static final KeyType INT_ARRAY = new KeyType(List.of("int[]"), "{%d,7}"::formatted);
    static final KeyType TEXT_ARRAY = new KeyType(List.of("text[]"), "{\"a, %d\",NULL,\"\"}"::formatted);
    static final KeyType DOMAIN = new KeyType(List.of("positive", "int"), n -> String.valueOf(n + 1));
    static final KeyType RANGE = new KeyType(
            List.of("int4range"), n -> "[%d,%d)".formatted(n, n + 1), text -> text.replaceAll(".(\\d+),.*", "[$1,$1]"));
    static final KeyType INET = new KeyType(List.of("inet"), n -> "10.0.%d.%d".formatted(n / 250, n % 250));
    static final KeyType COMPOSITE = new KeyType(List.of("pair"), "(%d,\"x, (y)\")"::formatted);
    static final KeyType JSONB =
            new KeyType(List.of("jsonb"), "{\"k\": %d}"::formatted, text -> text.replace("}", ".0}"));
    static final KeyType FLOAT8 =
            new KeyType(List.of("float8"), n -> Double.toString(n / 8.0), text -> text.equals("0.0") ? "-0" : text);

    static final List<KeyType> ALL = List.of(
            INT,
            BIGINT,
            SMALLINT,
            NEGATIVE,
            NUMERIC,
            WHOLE_NUMERIC,
            TEXT,
            VARCHAR,
            CHAR,
            TEXT_OF_CHAR,
            UUID_TYPE,
            DATE,
            TIMESTAMPTZ,
            CITEXT,
            BYTEA,
            INTERVAL,
            INT_ARRAY,
            TEXT_ARRAY,
            DOMAIN,
            RANGE,
            INET,
            COMPOSITE,
            JSONB,
            FLOAT8);

    /** Those whose values come in the order of their numbers, so that a table can be partitioned by their ranges. */
    static final List<KeyType> ORDERED = List.of(INT, BIGINT, SMALLINT, DATE, TIMESTAMPTZ, WHOLE_NUMERIC);

    private KeyType(List<String> types, IntFunction<String> values) {
        this(types, values, UnaryOperator.identity());
    }

    /** The type of a key's own column. */
    String sql() {
        return types.getFirst();
    }

    /** The type of a column that refers to such a key. */
    String referringSql(Dice dice) {
        return dice.chance(70) ? sql() : dice.pick(types);
    }

    /** The value of a number from 0, as a literal. */
    String value(int number) {
        return Sql.literal(values.apply(number));
    }

    /** A value that no row has, as a literal. */
    String dangling(Dice dice) {
        return value(dice.between(30_000, 30_500));
    }

    /** A literal of an equal value, which may look different. */
    String alias(String literal) {
        return Sql.literal(aliases.apply(Sql.text(literal)));
    }

    /** The operator that PostgreSQL compares a referring value with; one of an extension may be out of sight. */
    String equality() {
        return equals(CITEXT) ? "OPERATOR(ext.=)" : "=";
    }
}
