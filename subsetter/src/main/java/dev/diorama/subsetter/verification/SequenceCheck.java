package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Sequence;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** Looks for sequences that would give out a value which a row has already, many in one query. */
final class SequenceCheck {
    private static final int IN_QUERY = 100;

    private record Use(Sequence sequence, Sequence.User user, TableName place) {}

    private SequenceCheck() {}

    static List<String> faults(Catalog catalog, Relations relations, Session target) {
        List<Use> uses = catalog.sequences().stream()
                .filter(sequence -> !sequence.cycles())
                .flatMap(sequence -> sequence.users().stream().flatMap(user -> catalog.places(user.table()).stream()
                        .map(place -> new Use(sequence, user, place))))
                .filter(use -> relations.names().contains(use.sequence().name())
                        && relations.names().contains(use.place()))
                .toList();
        List<String> faults = new ArrayList<>();
        for (int from = 0; from < uses.size(); from += IN_QUERY) {
            check(uses.subList(from, Math.min(uses.size(), from + IN_QUERY)), target, faults);
        }
        return faults;
    }

    private static void check(List<Use> uses, Session target, List<String> faults) {
        Record row = target.sql()
                .resultQuery(
                        "SELECT {0}",
                        DSL.list(uses.stream().map(SequenceCheck::isBehind).toList()))
                .fetchSingle();
        for (int i = 0; i < uses.size(); i++) {
            if (row.get(i, Boolean.class)) {
                Use use = uses.get(i);
                faults.add("sequence \"%s\" would give out values that column \"%s\" of \"%s\" has already"
                        .formatted(
                                use.sequence().name(),
                                use.user().column(),
                                use.user().table()));
            }
        }
    }

    /** Whether a row has a value that the sequence has not come to yet. */
    private static SQL isBehind(Use use) {
        Sequence sequence = use.sequence();
        return DSL.sql(
                "EXISTS (SELECT FROM {0} AS s, ONLY {1} AS t WHERE t.{2} BETWEEN {3} AND {4} AND (t.{2} {5} s.last_value OR t.{2} = s.last_value AND NOT s.is_called))",
                sequence.name().sql(),
                use.place().sql(),
                DSL.quotedName(use.user().column()),
                DSL.inline(sequence.least()),
                DSL.inline(sequence.most()),
                DSL.raw(sequence.increment() > 0 ? ">" : "<"));
    }
}
