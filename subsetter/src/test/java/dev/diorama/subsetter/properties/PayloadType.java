package dev.diorama.subsetter.properties;

import java.util.List;
import java.util.function.Function;

/** The types of columns that no key knows. Values are chosen where copying them goes wrong. */
record PayloadType(String sql, Function<Dice, String> values) {
    static final PayloadType TEXT = new PayloadType("text", PayloadType::nastyText);
    static final PayloadType LONG_TEXT = new PayloadType(
            "text", dice -> "Ünïcode 'quoted' \\ ".repeat(dice.chance(5) ? 600 : 3) + dice.between(0, 9));
    static final PayloadType CHAR = new PayloadType("char(5)", dice -> dice.oneOf("", "a", "a b", "'", "\\"));
    static final PayloadType SINGLE_CHAR = new PayloadType("\"char\"", dice -> dice.oneOf("", "x", "\\", "'"));
    static final PayloadType BOOLEAN = new PayloadType("boolean", dice -> dice.oneOf("t", "f"));
    static final PayloadType SMALLINT = new PayloadType("smallint", dice -> dice.oneOf("-32768", "32767", "0"));
    static final PayloadType NUMERIC = new PayloadType(
            "numeric",
            dice -> dice.oneOf("NaN", "Infinity", "-0.00", "1.10", "12345678901234567890.123456789", "1e-30"));
    static final PayloadType SCALED = new PayloadType("numeric(20,4)", dice -> dice.between(-99_999, 99_999) + ".5");
    static final PayloadType REAL =
            new PayloadType("real", dice -> dice.oneOf("NaN", "-Infinity", "0.1", "1e-38", "3.4028235e38"));
    static final PayloadType FLOAT8 =
            new PayloadType("float8", dice -> dice.oneOf("NaN", "-0", "0.30000000000000004", "5e-324", "1e308"));
    static final PayloadType MONEY = new PayloadType("money", dice -> dice.oneOf("-12.30", "1000.01"));
    static final PayloadType BYTEA = new PayloadType(
            "bytea", dice -> dice.oneOf("\\x", "\\x00ff5c27", "\\x" + "0a5c".repeat(dice.between(0, 300))));
    static final PayloadType DATE = new PayloadType(
            "date", dice -> dice.oneOf("infinity", "-infinity", "0044-03-15 BC", "2024-02-29", "9999-12-31"));
    static final PayloadType TIME = new PayloadType("time", dice -> dice.oneOf("24:00:00", "00:00:00.000001"));
    static final PayloadType TIMETZ = new PayloadType("timetz", dice -> dice.oneOf("12:00:00+14", "12:00:00-15:30"));
    static final PayloadType TIMESTAMP = new PayloadType(
            "timestamp", dice -> dice.oneOf("infinity", "1900-01-01 00:00:00.123456", "2024-10-27 02:30:00"));
    static final PayloadType TIMESTAMPTZ = new PayloadType(
            "timestamptz", dice -> dice.oneOf("infinity", "1883-11-18 12:03:58-05", "2024-10-27 02:30:00+01"));
    static final PayloadType INTERVAL = new PayloadType(
            "interval", dice -> dice.oneOf("1 mon -1 days", "-00:00:01", "178000000 years", "24:00:00"));
    static final PayloadType JSON = new PayloadType(
            "json", dice -> dice.oneOf("{ \"b\":1,\n\"a\" : 1.0, \"b\":2 }", "\"\\u00e9\"", "null", "[ ]", " 1e2 "));
    static final PayloadType JSONB = new PayloadType(
            "jsonb",
            dice -> dice.oneOf("{\"b\":1,\"a\":1.00}", "\"\\\\\"", "null", "[]", "{\"a\": {\"?\": [1, null]}}"));
    static final PayloadType XML = new PayloadType(
            "xml",
            dice -> dice.oneOf("<a b='c'>&lt; <!-- x --></a>", "text & more".replace("&", "&amp;"), "<a/><b/>", ""));
    static final PayloadType POINT = new PayloadType("point", dice -> dice.oneOf("(0.1,-0)", "(1e300,NaN)", "(1,2)"));
    static final PayloadType POLYGON =
            new PayloadType("polygon", dice -> dice.oneOf("((0,0),(1,1),(2,0))", "((0.1,0.2),(3,4))"));
    static final PayloadType BOX = new PayloadType("box", dice -> dice.oneOf("(1,1),(0,0)", "(0.5,2),(0.25,1)"));
    static final PayloadType TEXT_ARRAY = new PayloadType(
            "text[]", dice -> dice.oneOf("{}", "{NULL,\"NULL\",\"\"}", "[0:1]={a,\"b,\\\"\\\\\"}", "{{a},{\" b\"}}"));
    static final PayloadType INT_ARRAY = new PayloadType("int[][]", dice -> dice.oneOf("{{1,2},{3,NULL}}", "{}"));
    static final PayloadType ENUM = new PayloadType("mood", dice -> dice.oneOf("so so", "it's fine", "Großartig"));
    static final PayloadType ENUM_ARRAY =
            new PayloadType("mood[]", dice -> dice.oneOf("{}", "{\"so so\",NULL,Großartig}"));
    static final PayloadType DOMAIN = new PayloadType("short_text", dice -> dice.oneOf("", "a", "'\\'"));
    static final PayloadType COMPOSITE =
            new PayloadType("pair", dice -> dice.oneOf("(,)", "(1,\"\")", "(2,\"a \"\"b\"\" \\\\ (c,d)\")"));
    static final PayloadType COMPOSITE_ARRAY = new PayloadType("pair[]", dice -> dice.oneOf("{}", "{\"(1,x)\",NULL}"));
    static final PayloadType RANGE = new PayloadType("int4range", dice -> dice.oneOf("empty", "(,)", "[1,5]", "(3,)"));
    static final PayloadType TIME_RANGE = new PayloadType(
            "tstzrange", dice -> dice.oneOf("empty", "[2024-01-01 00:00+00,infinity)", "[,2024-01-01 00:00+00]"));
    static final PayloadType MULTIRANGE =
            new PayloadType("nummultirange", dice -> dice.oneOf("{}", "{[1.0,2.0),(3,)}"));
    static final PayloadType BITS = new PayloadType("bit varying", dice -> dice.oneOf("", "0101", "1".repeat(70)));
    static final PayloadType INET =
            new PayloadType("inet", dice -> dice.oneOf("::1", "192.168.0.1/24", "2001:db8::/32"));
    static final PayloadType MACADDR = new PayloadType("macaddr8", dice -> dice.oneOf("08:00:2b:01:02:03:04:05"));
    static final PayloadType TSVECTOR =
            new PayloadType("tsvector", dice -> dice.oneOf("", "'a':1A,2 'it''s':3", "x y"));
    static final PayloadType LSN = new PayloadType("pg_lsn", dice -> dice.oneOf("0/0", "FFFFFFFF/FFFFFFFF"));
    static final PayloadType OID = new PayloadType("oid", dice -> dice.oneOf("0", "4294967295"));
    static final PayloadType CITEXT = new PayloadType("ext.citext", dice -> dice.oneOf("MiXeD", "", "ÄÖ"));
    static final PayloadType HSTORE =
            new PayloadType("ext.hstore", dice -> dice.oneOf("", "a=>1, \"b c\"=>NULL, \"\\\"\"=>\"\\\\\""));

    static final List<PayloadType> ALL = List.of(
            TEXT,
            LONG_TEXT,
            CHAR,
            SINGLE_CHAR,
            BOOLEAN,
            SMALLINT,
            NUMERIC,
            SCALED,
            REAL,
            FLOAT8,
            MONEY,
            BYTEA,
            DATE,
            TIME,
            TIMETZ,
            TIMESTAMP,
            TIMESTAMPTZ,
            INTERVAL,
            JSON,
            JSONB,
            XML,
            POINT,
            POLYGON,
            BOX,
            TEXT_ARRAY,
            INT_ARRAY,
            ENUM,
            ENUM_ARRAY,
            DOMAIN,
            COMPOSITE,
            COMPOSITE_ARRAY,
            RANGE,
            TIME_RANGE,
            MULTIRANGE,
            BITS,
            INET,
            MACADDR,
            TSVECTOR,
            LSN,
            OID,
            CITEXT,
            HSTORE);

    /** Any value, as a literal. */
    String value(Dice dice) {
        return Sql.literal(values.apply(dice));
    }

    private static String nastyText(Dice dice) {
        return dice.oneOf(
                "",
                " ",
                "NULL",
                "\\N",
                "\\.",
                "a\tb\\tc",
                "line\nbreak\r\nand\rreturn\\n",
                "it's \"quoted\" \\ and $1 ? {0} %s",
                "Grüße, 世界 \uD83D\uDE80 e\u0301",
                "\u0001\u007f\u00a0\u2028",
                "row " + dice.between(0, 100_000));
    }
}
