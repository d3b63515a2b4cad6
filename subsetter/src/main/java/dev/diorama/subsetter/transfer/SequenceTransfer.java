package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.Sequence;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Sets sequences so that they go on where the source would: never below its last value, never below a value that a
 * column in the sample has. Reads and sets them a hundred at a time, since a schema may have thousands.
 */
public final class SequenceTransfer {
    private static final int IN_QUERY = 100;

    private final Session source;
    private final Session target;
    private final Consumer<String> notices;

    /**
     * A transfer between two databases.
     *
     * @param notices is told of sequences that the source's role may not read
     */
    public SequenceTransfer(Session source, Session target, Consumer<String> notices) {
        this.source = source;
        this.target = target;
        this.notices = notices;
    }

    /** Sets the sequences of a source whose rows were copied. */
    public void set(Catalog catalog) {
        List<Sequence> sequences = catalog.sequences();
        List<Sequence> unreadable =
                sequences.stream().filter(sequence -> !sequence.readable()).toList();
        if (!unreadable.isEmpty()) {
            notices.accept(
                    "The role may not read %s: in the sample, what takes values from there goes on after the greatest one. GRANT SELECT ON ALL SEQUENCES to go on where the source does"
                            .formatted(Naming.listed(
                                    "sequence",
                                    unreadable.stream().map(Sequence::name).toList())));
        }
        for (int from = 0; from < sequences.size(); from += IN_QUERY) {
            setSome(catalog, sequences.subList(from, Math.min(sequences.size(), from + IN_QUERY)));
        }
    }

    private void setSome(Catalog catalog, List<Sequence> sequences) {
        Map<Integer, SequencePosition> last = lastValues(sequences);
        Map<Integer, Long> greatest = SequenceUses.in(target, catalog, sequences);
        List<SQL> settings = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            Sequence sequence = sequences.get(i);
            SequencePosition.wanted(sequence, Optional.ofNullable(last.get(i)), Optional.ofNullable(greatest.get(i)))
                    .map(position -> DSL.sql(
                            "setval({0}::regclass, {1}, {2})",
                            DSL.inline(target.sql().render(sequence.name().sql())),
                            DSL.inline(position.value()),
                            DSL.inline(position.used())))
                    .ifPresent(settings::add);
        }
        if (!settings.isEmpty()) {
            target.sql().resultQuery("SELECT {0}", DSL.list(settings)).fetch();
        }
    }

    private Map<Integer, SequencePosition> lastValues(List<Sequence> sequences) {
        List<SQL> parts = IntStream.range(0, sequences.size())
                .filter(i -> sequences.get(i).readable())
                .mapToObj(i -> DSL.sql(
                        "SELECT {0} AS i, last_value, is_called FROM {1}",
                        DSL.inline(i), sequences.get(i).name().sql()))
                .toList();
        Map<Integer, SequencePosition> positions = new HashMap<>();
        for (Record row : parts.isEmpty() ? List.<Record>of() : source.sql().fetch(SequenceUses.union(parts))) {
            positions.put(
                    row.get(0, Integer.class), new SequencePosition(row.get(1, Long.class), row.get(2, Boolean.class)));
        }
        return positions;
    }
}
