package dev.diorama.subsetter.scan;

import java.util.Set;

/** What lets somebody in, or says what they do, in a table of open logins. Pure. */
final class SessionColumns {
    private static final Set<String> NAMES = Set.of(
            "id",
            "sid",
            "key",
            "sessionid",
            "sessionkey",
            "sessiontoken",
            "token",
            "data",
            "sessiondata",
            "sess",
            "payload",
            "value",
            "cookie",
            "content",
            "sessionvalue",
            "state",
            "hash",
            "tokenhash");

    private SessionColumns() {}

    static boolean contain(String column, ColumnType type) {
        return (type == ColumnType.TEXT
                        || type == ColumnType.JSON
                        || type == ColumnType.BYTES
                        || type == ColumnType.UUID)
                && NAMES.contains(String.join("", NameWords.of(column).words()));
    }
}
