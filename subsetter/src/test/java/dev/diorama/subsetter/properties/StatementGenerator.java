package dev.diorama.subsetter.properties;

import dev.diorama.subsetter.properties.RandomTable.Layout;
import java.util.ArrayList;
import java.util.List;

/** Makes up what follows the rows of a schema: sequences, rows that were changed, indexes, triggers, statistics. */
final class StatementGenerator {
    private final Draft draft;
    private final Dice dice;

    StatementGenerator(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (RandomTable table : draft.tables()) {
            setSequences(table, statements);
            if (dice.chance(30)) {
                changeRows(table, statements);
            }
        }
        for (RandomReference reference : draft.references()) {
            if (dice.chance(60)) {
                statements.add(
                        "CREATE INDEX ON %s (%s)".formatted(reference.child().sql(), Sql.names(reference.columns())));
            }
        }
        for (RandomTable table : draft.tables()) {
            if (dice.chance(30)) {
                draft.holds(Feature.TRIGGER);
                statements.add(
                        "CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION refuse()"
                                .formatted(table.id().sql()));
            }
        }
        if (dice.chance(50)) {
            statements.add("ANALYZE");
        }
        return statements;
    }

    private void setSequences(RandomTable table, List<String> statements) {
        table.columns().stream().filter(RandomColumn::isIdentity).forEach(column -> {
            if (table.rows() == 0 || dice.chance(30)) {
                draft.holds(Feature.SEQUENCE_BEHIND_ITS_COLUMN);
                return;
            }
            String extreme = column.clause().contains("-1") ? "min" : "max";
            statements.add("SELECT setval(pg_get_serial_sequence(%s, %s), (SELECT %s(%s) FROM ONLY %s))"
                    .formatted(
                            Sql.literal(table.id().sql()),
                            Sql.literal(column.name()),
                            extreme,
                            Sql.name(column.name()),
                            table.id().sql()));
        });
    }

    /** Leaves dead rows, and puts live ones into another order. */
    private void changeRows(RandomTable table, List<String> statements) {
        boolean inherited = draft.tables().stream()
                .anyMatch(other -> other.layout() instanceof Layout.Inheriting inheriting
                        && inheriting.base().equals(table.id()));
        table.columns().stream()
                .filter(column -> !column.isIdentity() && !column.isGenerated())
                .findFirst()
                .filter(column -> !inherited)
                .ifPresent(column -> {
                    draft.holds(Feature.STALE_ROWS);
                    statements.add("UPDATE %1$s AS t SET %2$s = %2$s WHERE hashtext(t::text) %% 3 = 0"
                            .formatted(table.id().sql(), Sql.name(column.name())));
                });
    }
}
