package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * What people have said of a database and not of what is in it. A sample that takes a database's name takes these too.
 *
 * @param owner whose it is
 * @param comment what is said of it
 * @param connectionLimit how many may connect, -1 for as many as like
 * @param template whether anybody may copy it
 * @param connectable whether anybody may connect
 * @param privileges who may do what; nothing where nobody has changed what is usual
 * @param settings what sessions in it begin with
 */
record DatabaseTraits(
        String owner,
        Optional<String> comment,
        int connectionLimit,
        boolean template,
        boolean connectable,
        Optional<List<Privilege>> privileges,
        List<Setting> settings) {
    /** A right that somebody was given; nobody in particular means everybody. */
    record Privilege(Optional<String> grantee, String kind, boolean grantable) {}

    /** A setting for all roles, or for one. */
    record Setting(Optional<String> role, String name, String value) {}

    static DatabaseTraits of(String database, Session session) {
        Record row = session.sql()
                .fetchSingle(
                        """
                        SELECT pg_get_userbyid(datdba)::text AS owner, shobj_description(oid, 'pg_database') AS comment,
                               datconnlimit, datistemplate, datallowconn, datacl IS NOT NULL AS changed
                        FROM pg_database
                        WHERE datname = {0}""",
                        DSL.inline(database));
        return new DatabaseTraits(
                row.get("owner", String.class),
                Optional.ofNullable(row.get("comment", String.class)),
                row.get("datconnlimit", Integer.class),
                row.get("datistemplate", Boolean.class),
                row.get("datallowconn", Boolean.class),
                row.get("changed", Boolean.class) ? Optional.of(privileges(database, session)) : Optional.empty(),
                settings(database, session));
    }

    private static List<Privilege> privileges(String database, Session session) {
        return session.sql()
                .resultQuery(
                        """
                        SELECT pg_get_userbyid(nullif(grantee, 0))::text AS grantee, privilege_type, is_grantable
                        FROM pg_database, aclexplode(datacl)
                        WHERE datname = {0} AND grantee <> datdba""",
                        DSL.inline(database))
                .fetch()
                .map(row -> new Privilege(
                        Optional.ofNullable(row.get("grantee", String.class)),
                        row.get("privilege_type", String.class),
                        row.get("is_grantable", Boolean.class)));
    }

    private static List<Setting> settings(String database, Session session) {
        return session.sql()
                .resultQuery(
                        """
                        SELECT pg_get_userbyid(nullif(setrole, 0))::text AS role, split_part(setting, '=', 1) AS name,
                               substr(setting, strpos(setting, '=') + 1) AS value
                        FROM pg_db_role_setting
                        JOIN pg_database ON pg_database.oid = setdatabase, unnest(setconfig) AS setting
                        WHERE datname = {0}""",
                        DSL.inline(database))
                .fetch()
                .map(row -> new Setting(
                        Optional.ofNullable(row.get("role", String.class)),
                        row.get("name", String.class),
                        row.get("value", String.class)));
    }

    /**
     * Gives them to another database. What this role may not do is told and left out.
     *
     * @param called the name by which people will know that database
     */
    void giveTo(TemporaryName database, String called, Session session, Consumer<String> notices) {
        Name name = DSL.quotedName(database.text());
        settings.forEach(
                setting -> attempt(called, "setting \"%s\"".formatted(setting.name()), notices, () -> session.sql()
                        .transaction(transaction -> {
                            // The value is in the form that the server keeps, which no literal of SQL has for lists of
                            // names.
                            transaction
                                    .dsl()
                                    .resultQuery(
                                            "SELECT set_config({0}, {1}, true)",
                                            DSL.inline(setting.name()), DSL.inline(setting.value()))
                                    .fetch();
                            transaction.dsl().execute(keep(setting, name));
                        })));
        List<SQL> statements = new ArrayList<>();
        statements.add(DSL.sql(
                "COMMENT ON DATABASE {0} IS {1}",
                name, comment.map(text -> (QueryPart) DSL.inline(text)).orElse(DSL.sql("NULL"))));
        privileges.ifPresent(known -> {
            statements.add(DSL.sql("REVOKE ALL ON DATABASE {0} FROM PUBLIC", name));
            known.forEach(privilege -> statements.add(grant(privilege, name)));
        });
        statements.add(DSL.sql("ALTER DATABASE {0} CONNECTION LIMIT {1}", name, DSL.inline(connectionLimit)));
        if (template) {
            statements.add(DSL.sql("ALTER DATABASE {0} IS_TEMPLATE true", name));
        }
        if (!connectable) {
            statements.add(DSL.sql("ALTER DATABASE {0} ALLOW_CONNECTIONS false", name));
        }
        statements.add(DSL.sql("ALTER DATABASE {0} OWNER TO {1}", name, DSL.quotedName(owner)));
        statements.forEach(statement -> attempt(
                called, "owner or privileges", notices, () -> session.sql().execute(statement)));
    }

    private static SQL keep(Setting setting, Name database) {
        Name parameter = DSL.quotedName(setting.name().split("\\.", -1));
        return setting.role()
                .map(role -> DSL.sql(
                        "ALTER ROLE {0} IN DATABASE {1} SET {2} FROM CURRENT",
                        DSL.quotedName(role), database, parameter))
                .orElseGet(() -> DSL.sql("ALTER DATABASE {0} SET {1} FROM CURRENT", database, parameter));
    }

    private static SQL grant(Privilege privilege, Name database) {
        return DSL.sql(
                "GRANT {0} ON DATABASE {1} TO {2}{3}",
                DSL.sql(privilege.kind()),
                database,
                privilege
                        .grantee()
                        .map(role -> (QueryPart) DSL.quotedName(role))
                        .orElse(DSL.sql("PUBLIC")),
                DSL.sql(privilege.grantable() ? " WITH GRANT OPTION" : ""));
    }

    private static void attempt(String database, String what, Consumer<String> notices, Runnable statement) {
        try {
            statement.run();
        } catch (DataAccessException e) {
            notices.accept("The database \"%s\" does not keep a %s that it had: %s"
                    .formatted(database, what, PostgresMessage.withoutValues(e)));
        }
    }
}
