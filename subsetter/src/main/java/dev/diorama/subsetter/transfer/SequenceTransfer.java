package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Sequence;
import dev.diorama.subsetter.connection.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Sets sequences so that they go on where the source would: never below its last value, never below a value that a
 * column in the sample has.
 */
public final class SequenceTransfer {
    /** Where a sequence stands: its last value, and whether that one was given out already. */
    private record Position(long value, boolean used) {}

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

    /** Sets the sequences. */
    public void set(List<Sequence> sequences) {
        for (Sequence sequence : sequences) {
            Stream<Position> known = Stream.concat(
                    lastValue(sequence).stream(),
                    Stream.concat(
                            sequence.readable() ? Stream.empty() : uses(source, sequence), uses(target, sequence)));
            known.filter(position -> position.value() >= sequence.least() && position.value() <= sequence.most())
                    .reduce((left, right) -> further(sequence, left, right))
                    .ifPresent(position -> set(sequence, position));
        }
    }

    private Optional<Position> lastValue(Sequence sequence) {
        if (!sequence.readable()) {
            notices.accept(
                    "The role may not read sequence \"%s\": it goes on after the greatest value in its columns. GRANT SELECT on it to go on where the source does"
                            .formatted(sequence.name()));
            return Optional.empty();
        }
        Record row = source.sql()
                .resultQuery(
                        "SELECT last_value, is_called FROM {0}", sequence.name().sql())
                .fetchSingle();
        return Optional.of(new Position(row.get(0, Long.class), row.get(1, Boolean.class)));
    }

    private static Stream<Position> uses(Session session, Sequence sequence) {
        SQL extreme = DSL.sql(sequence.increment() > 0 ? "max" : "min");
        return sequence.users().stream()
                .map(user -> Optional.ofNullable(session.sql()
                        .resultQuery(
                                "SELECT {0}({1})::bigint FROM {2}",
                                extreme,
                                DSL.quotedName(user.column()),
                                user.table().sql())
                        .fetchSingle()
                        .get(0, Long.class)))
                .flatMap(Optional::stream)
                .map(value -> new Position(value, true));
    }

    private static Position further(Sequence sequence, Position left, Position right) {
        int comparison = Long.compare(left.value(), right.value()) * Long.signum(sequence.increment());
        if (comparison == 0) {
            return left.used() ? left : right;
        }
        return comparison > 0 ? left : right;
    }

    private void set(Sequence sequence, Position position) {
        target.sql()
                .resultQuery(
                        "SELECT setval({0}::regclass, {1}, {2})",
                        DSL.inline(target.sql().render(sequence.name().sql())),
                        DSL.inline(position.value()),
                        DSL.inline(position.used()))
                .fetch();
    }
}
