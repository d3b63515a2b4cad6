package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The settings that belong to a database, or to a role in it. pg_dump moves them only together with the database's name.
 *
 * @param settings them, by role and name
 * @param searchPath the search path of everybody who does not say otherwise
 * @param comment what is said of the database
 */
record DatabaseSettings(List<Setting> settings, String searchPath, Optional<String> comment) {
    private static final String SEARCH_PATH = "search_path";
    /** Settings that hold a list of names, each of which is quoted by itself. */
    private static final Set<String> LISTS = Set.of(
            SEARCH_PATH,
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private static final String SETTINGS =
            """
            SELECT coalesce(r.rolname, '') AS role, split_part(s.setting, '=', 1) AS name,
                   substr(s.setting, strpos(s.setting, '=') + 1) AS value
            FROM pg_db_role_setting d
            LEFT JOIN pg_roles r ON r.oid = d.setrole
            CROSS JOIN LATERAL unnest(d.setconfig) AS s (setting)
            WHERE d.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (d.setrole = 0 OR r.oid IS NOT NULL)
            ORDER BY 1, 2""";

    /** A setting; its role is empty where it is for everybody. */
    record Setting(String role, String name, String value) {
        ObjectName identity() {
            return new ObjectName("setting", role.isEmpty() ? name : "%s of %s".formatted(name, role));
        }
    }

    DatabaseSettings {
        settings = List.copyOf(settings);
    }

    static DatabaseSettings read(Session session) {
        List<Setting> settings = session.sql()
                .fetch(SETTINGS)
                .map(row -> new Setting(
                        row.get("role", String.class), row.get("name", String.class), row.get("value", String.class)));
        String searchPath = settings.stream()
                .filter(setting -> setting.role().isEmpty() && setting.name().equals(SEARCH_PATH))
                .map(Setting::value)
                .findFirst()
                .orElseGet(() -> session.sql()
                        .fetchSingle("SELECT reset_val FROM pg_settings WHERE name = {0}", DSL.inline(SEARCH_PATH))
                        .get(0, String.class));
        String comment = session.sql()
                .fetchSingle(
                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()")
                .get(0, String.class);
        return new DatabaseSettings(settings, searchPath, Optional.ofNullable(comment));
    }

    /** Sets them in a database; a session that is open keeps those that it has. */
    void apply(Session target, TargetRoles roles, LeftOut leftOut) {
        Set<String> absent = new TreeSet<>();
        for (Setting setting : settings) {
            if (!setting.role().isEmpty() && !roles.names().contains(setting.role())) {
                absent.add(setting.role());
                leftOut.add(setting.identity());
                continue;
            }
            try {
                target.execute(target.sql().render(statement(setting, roles.database())));
            } catch (DataAccessException e) {
                leftOut.add(setting.identity());
                leftOut.tell("Left out is %s of the database: %s"
                        .formatted(setting.identity(), PostgresMessage.withoutValues(e)));
            }
        }
        if (!absent.isEmpty()) {
            leftOut.tell("The target's server has no %s: left out are settings of the database for it"
                    .formatted(Naming.listed("role", List.copyOf(absent))));
        }
    }

    private static SQL statement(Setting setting, String database) {
        QueryPart of = setting.role().isEmpty()
                ? DSL.sql("DATABASE {0}", DSL.quotedName(database))
                : DSL.sql("ROLE {0} IN DATABASE {1}", DSL.quotedName(setting.role()), DSL.quotedName(database));
        return DSL.sql(
                "ALTER {0} SET {1} TO {2}",
                of,
                // A name with dots in it is one name, and each of its parts is quoted by itself.
                DSL.quotedName(setting.name().split("\\.", -1)),
                LISTS.contains(setting.name()) ? DSL.list(elements(setting.value())) : DSL.inline(setting.value()));
    }

    /** The elements of a list of names, which are in double quotes where they must be. */
    static List<QueryPart> elements(String list) {
        List<QueryPart> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char character = list.charAt(i);
            if (character == '"' && quoted && i + 1 < list.length() && list.charAt(i + 1) == '"') {
                element.append(character);
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                elements.add(DSL.inline(element.toString()));
                element.setLength(0);
            } else if (character != ' ' || quoted) {
                element.append(character);
            }
        }
        elements.add(DSL.inline(element.toString()));
        return elements;
    }
}
