package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * How a database writes and sorts text.
 *
 * @param encoding its encoding
 * @param collate how the operating system's library sorts for it
 * @param characterType what that library takes for letters
 * @param provider which library sorts where nothing else is said: {@code c} the operating system's, {@code i} ICU,
 *     {@code b} PostgreSQL itself
 * @param locale that other library's name for how it sorts
 * @param rules what ICU does otherwise than its locale says
 * @see <a href="https://www.postgresql.org/docs/current/locale.html#LOCALE-PROVIDERS">locale providers</a>
 */
record DatabaseLocale(
        String encoding,
        String collate,
        String characterType,
        String provider,
        Optional<String> locale,
        Optional<String> rules) {
    /** Whatever the version: 15 knows providers, 16 ICU's rules, and 17 calls the locale by another name. */
    private static final String CURRENT =
            """
            SELECT pg_encoding_to_char(encoding) AS encoding, datcollate::text AS collate, datctype::text AS ctype,
                   coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') AS provider,
                   coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
                   to_jsonb(d) ->> 'daticurules' AS rules
            FROM pg_database d
            WHERE datname = current_database()""";

    static DatabaseLocale read(Session session) {
        Record row = session.sql().fetchSingle(CURRENT);
        return new DatabaseLocale(
                row.get("encoding", String.class),
                row.get("collate", String.class),
                row.get("ctype", String.class),
                row.get("provider", String.class),
                Optional.ofNullable(row.get("locale", String.class)),
                Optional.ofNullable(row.get("rules", String.class)));
    }

    /** What makes an empty database of that name so. */
    SQL create(String database) {
        List<QueryPart> parts = new ArrayList<>(List.of(
                DSL.quotedName(database), DSL.inline(encoding), DSL.inline(collate), DSL.inline(characterType)));
        StringBuilder template =
                new StringBuilder("CREATE DATABASE {0} TEMPLATE template0 ENCODING {1} LC_COLLATE {2} LC_CTYPE {3}");
        if (provider.equals("i")) {
            template.append(" LOCALE_PROVIDER icu");
            locale.ifPresent(name -> append(template, parts, "ICU_LOCALE", name));
            rules.ifPresent(text -> append(template, parts, "ICU_RULES", text));
        } else if (provider.equals("b")) {
            template.append(" LOCALE_PROVIDER builtin");
            locale.ifPresent(name -> append(template, parts, "BUILTIN_LOCALE", name));
        }
        return DSL.sql(template.toString(), parts.toArray(QueryPart[]::new));
    }

    private static void append(StringBuilder template, List<QueryPart> parts, String option, String value) {
        template.append(' ').append(option).append(" {").append(parts.size()).append('}');
        parts.add(DSL.inline(value));
    }
}
