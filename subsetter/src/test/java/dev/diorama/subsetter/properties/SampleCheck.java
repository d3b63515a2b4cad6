package dev.diorama.subsetter.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.properties.Wish.Only;
import dev.diorama.subsetter.properties.Wish.Reference;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges a sample by its rows and those of its source, and what is said of it by them. */
final class SampleCheck {
    private static final double TOLERANCE = 0.1;

    private final RandomSchema schema;
    private final ConnectionUrl source;
    private final ConnectionUrl sample;

    SampleCheck(RandomSchema schema, ConnectionUrl source, ConnectionUrl sample) {
        this.schema = schema;
        this.source = source;
        this.sample = sample;
    }

    void require(SubsetReport report) {
        requireNoOrphans();
        Map<TableId, List<String>> sourceRows = Rows.of(source, schema);
        Map<TableId, List<String>> sampleRows = Rows.of(sample, schema);
        sampleRows.forEach((table, rows) -> assertThat(Rows.missing(rows, table(sourceRows, table)))
                .as("a row of %s that the source does not have", table)
                .isEmpty());
        assertThat(report.tables()).hasSameSizeAs(schema.tables());
        for (TableReport table : report.tables()) {
            TableId id = new TableId(table.name().schema(), table.name().table());
            requireSize(
                    table,
                    id,
                    table(sourceRows, id).size(),
                    table(sampleRows, id).size());
        }
        assertThat(report.declaredKeys()).isEqualTo(schema.references().size());
        assertThat(report.validatedKeys()).isEqualTo((int)
                schema.references().stream().filter(RandomReference::isValid).count());
        requireSequences();
        new WishCheck(schema, source, sample).require();
    }

    /** A key that PostgreSQL never looked at may have orphans, but only those that it has in the source. */
    private void requireNoOrphans() {
        for (RandomReference reference : schema.references()) {
            List<String> orphans = Server.query(sample, reference.orphans());
            List<String> allowed = reference.isValid() ? List.of() : Server.query(source, reference.orphans());
            assertThat(Rows.missing(orphans, allowed))
                    .as("a row of %s whose parent by \"%s\" is missing", reference.child(), reference.name())
                    .isEmpty();
        }
    }

    private void requireSize(TableReport report, TableId id, int sourceRows, int rows) {
        long target = SampleConfiguration.parse("diorama.yml", schema.configuration())
                .lawFor(new TableName(id.schema(), id.table()))
                .target(eligible(id, sourceRows));
        assertThat(report.sourceRows()).as("source rows of %s", id).isEqualTo(sourceRows);
        assertThat(report.targetRows()).as("target of %s", id).isEqualTo(target);
        assertThat(report.rows()).as("rows of %s", id).isEqualTo(rows);
        String size = "%s: %d of %d rows, because %s".formatted(id, rows, target, report.why());
        boolean needed = isReferredTo(id) || schema.wishes().stream().anyMatch(Wish::bringsRows);
        if (!needed) {
            assertThat((double) rows).as(size).isLessThanOrEqualTo(target * (1 + TOLERANCE));
        }
        boolean within = Math.abs(rows - target) <= target * TOLERANCE;
        if (within) {
            assertThat(report.why()).as(size).isEmpty();
        } else {
            assertThat(report.why()).as(size).hasValueSatisfying(why -> assertThat(isReason(why, id))
                    .as(size)
                    .isTrue());
        }
    }

    /** The law counts the rows that may be drawn. */
    private long eligible(TableId id, int sourceRows) {
        return schema.wishes().stream()
                .flatMap(wish -> wish instanceof Only only && only.table().equals(id)
                        ? Stream.of(only.condition())
                        : Stream.empty())
                .map(condition -> Server.number(
                        source,
                        "SELECT count(*) FROM %s %s WHERE %s"
                                .formatted(schema.table(id).isPartitioned() ? "" : "ONLY", id.sql(), condition)))
                .findFirst()
                .orElse((long) sourceRows);
    }

    private boolean isReferredTo(TableId id) {
        return schema.references().stream()
                        .anyMatch(reference -> reference.parent().equals(id))
                || schema.wishes().stream()
                        .anyMatch(wish -> wish instanceof Reference reference
                                && reference.parent().equals(id));
    }

    /** A reason names a foreign key from or to the table, a configured reference, or the rows that are always kept. */
    private boolean isReason(String why, TableId id) {
        return schema.references().stream()
                        .anyMatch(reference -> (reference.child().equals(id)
                                        || reference.parent().equals(id))
                                && why.contains("\"%s\"".formatted(reference.name())))
                || why.contains("the configured reference ")
                || why.contains("where: leaves out")
                || (why.contains("always") && schema.wishes().stream().anyMatch(Wish::bringsRows));
    }

    private void requireSequences() {
        for (RandomTable table : schema.tables()) {
            table.columns().stream().filter(RandomColumn::isIdentity).forEach(column -> {
                int direction = column.clause().contains("-1") ? -1 : 1;
                String extreme = "SELECT coalesce(max(%2$d * %1$s), 0) FROM ONLY %3$s"
                        .formatted(
                                Sql.name(column.name()), direction, table.id().sql());
                long next = direction * next(sample, table, column);
                assertThat(next)
                        .as("next value of %s in %s", column.name(), table.id())
                        .isGreaterThan(Server.number(sample, extreme))
                        .isGreaterThanOrEqualTo(direction * next(source, table, column));
            });
        }
    }

    private static long next(ConnectionUrl url, RandomTable table, RandomColumn column) {
        String sequence = Server.query(
                        url,
                        "SELECT pg_get_serial_sequence(%s, %s)"
                                .formatted(Sql.literal(table.id().sql()), Sql.literal(column.name())))
                .getFirst();
        return Server.number(
                url,
                "SELECT last_value + CASE WHEN is_called THEN seqincrement ELSE 0 END FROM %s, pg_sequence WHERE seqrelid = %s::regclass"
                        .formatted(sequence, Sql.literal(sequence)));
    }

    private static List<String> table(Map<TableId, List<String>> rows, TableId id) {
        return rows.getOrDefault(id, List.of());
    }
}
