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
 * @param collate how the operating system's library sorts there
 * @param characterType what that takes for letters
 * @param provider who sorts: {@code c} the operating system, {@code i} ICU, {@code b} PostgreSQL itself
 * @param locale the locale of a provider that is not the operating system
 * @param rules rules of ICU on top of it
 * @see <a href="https://www.postgresql.org/docs/current/locale.html#LOCALE-PROVIDERS">locale providers</a>
 */
public record DatabaseLocale(
        String encoding,
        String collate,
        String characterType,
        String provider,
        Optional<String> locale,
        Optional<String> rules) {
    /** Columns whose names have changed with versions are looked for by name. */
    private static final String LOCALE =
            """
            SELECT pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate, d.datctype AS ctype,
                   coalesce(j.json ->> 'datlocprovider', 'c') AS provider,
                   coalesce(j.json ->> 'datlocale', j.json ->> 'daticulocale') AS locale, j.json ->> 'daticurules' AS rules
            FROM pg_database d
            CROSS JOIN LATERAL (SELECT to_jsonb(d) AS json) j
            WHERE d.datname = current_database()""";

    public static DatabaseLocale read(Session session) {
        Record row = session.sql().fetchSingle(LOCALE);
        return new DatabaseLocale(
                row.get("encoding", String.class),
                row.get("collate", String.class),
                row.get("ctype", String.class),
                row.get("provider", String.class),
                Optional.ofNullable(row.get("locale", String.class)),
                Optional.ofNullable(row.get("rules", String.class)));
    }

    /** What CREATE DATABASE needs to make another one like it. */
    SQL options() {
        StringBuilder template = new StringBuilder("ENCODING {0} LC_COLLATE {1} LC_CTYPE {2}");
        List<QueryPart> values =
                new ArrayList<>(List.of(DSL.inline(encoding), DSL.inline(collate), DSL.inline(characterType)));
        if (provider.equals("i")) {
            template.append(" LOCALE_PROVIDER icu ICU_LOCALE {3}");
            values.add(DSL.inline(locale.orElse("und")));
            rules.ifPresent(text -> {
                template.append(" ICU_RULES {4}");
                values.add(DSL.inline(text));
            });
        } else if (provider.equals("b")) {
            template.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE {3}");
            values.add(DSL.inline(locale.orElse("C")));
        }
        return DSL.sql(template.toString(), values.toArray(QueryPart[]::new));
    }
}
