package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.Always.AlwaysWhere;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.configuration.SqlPredicate;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Conditions that a person wrote, inside of queries. */
final class Predicates {
    private Predicates() {}

    /** The condition as it is written, which nothing looks into. */
    static SQL sql(SqlPredicate predicate) {
        return DSL.sql("({0})", DSL.raw(predicate.sql()));
    }

    /** That a row has one of the keys, whose number of values has been checked. */
    static SQL sql(Table table, AlwaysKeys always) {
        return SelectionSql.list(
                always.keys().stream().map(key -> sql(table, key)).toList(), " OR ");
    }

    private static SQL sql(Table table, List<String> key) {
        List<SQL> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            String column = table.primaryKey().get(i);
            parts.add(DSL.sql(
                    "{0} = CAST({1} AS {2})",
                    DSL.quotedName(column),
                    DSL.inline(key.get(i)),
                    DSL.raw(table.column(column).type())));
        }
        return DSL.sql("({0})", SelectionSql.list(parts, " AND "));
    }

    /**
     * Lets PostgreSQL look at every condition, and lets those that follow find what the application's search path finds.
     *
     * @throws ConfigurationException if it can make no sense of some of them
     */
    static void require(
            Session session, Catalog catalog, SampleConfiguration configuration, List<UndeclaredReference> references) {
        List<String> errors = new ArrayList<>();
        Check check = new Check(session, errors);
        for (Table table : catalog.tables().values()) {
            var settings = configuration.settingsFor(table.name());
            settings.where().ifPresent(where -> check.look(table, sql(where), where.position()));
            settings.always().forEach(always -> {
                SQL condition =
                        switch (always) {
                            case AlwaysWhere some -> sql(some.predicate());
                            case AlwaysKeys keys -> sql(table, keys);
                        };
                check.look(table, condition, always.position());
            });
        }
        references.forEach(reference -> reference
                .when()
                .ifPresent(when -> check.look(catalog.table(reference.child()), sql(when), when.position())));
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
    }

    /** Lets the conditions find in another session what they find in the one in which they were looked at. */
    static Session prepared(Session other, SelectionPlan plan) {
        return hasAny(plan) ? other.prepared(other::searchAsApplication) : other;
    }

    private static boolean hasAny(SelectionPlan plan) {
        return plan.references().stream().anyMatch(reference -> reference.when().isPresent())
                || plan.catalog().tables().keySet().stream()
                        .map(plan.configuration()::settingsFor)
                        .anyMatch(settings -> settings.where().isPresent()
                                || !settings.always().isEmpty());
    }

    private static final class Check {
        private final Session session;
        private final List<String> errors;
        private boolean first = true;

        Check(Session session, List<String> errors) {
            this.session = session;
            this.errors = errors;
        }

        void look(Table table, SQL condition, YamlPosition position) {
            if (first) {
                session.searchAsApplication();
                first = false;
            }
            session.execute("SAVEPOINT condition");
            try {
                BinaryRows.read(
                        session,
                        DSL.sql(
                                "SELECT 1 FROM {0} WHERE {1} LIMIT 0",
                                table.name().sql(), condition),
                        fields -> {});
                session.execute("RELEASE SAVEPOINT condition");
            } catch (DataAccessException e) {
                session.execute("ROLLBACK TO SAVEPOINT condition");
                errors.add("%s: PostgreSQL does not accept this condition on \"%s\": %s"
                        .formatted(position, table, PostgresMessage.withoutValues(e)));
            }
        }
    }
}
