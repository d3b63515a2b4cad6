package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Record;

/**
 * What people should know of a source before they trust its sample.
 *
 * @param found what was found, by what it is
 */
record SourceRemarks(Map<String, List<String>> found) {
    private static final String NOT_VALID = "constraint";
    private static final String BROKEN_INDEX = "index";
    private static final String PUBLICATION = "publication";
    private static final String SUBSCRIPTION = "subscription";
    private static final String SCHEMA = "schema";
    private static final String EVENT_TRIGGER = "event trigger";

    private static final String REMARKS =
            """
            SELECT 'constraint' AS kind, c.conname || ' on ' || coalesce(nullif(n.nspname, 'public') || '.', '') || t.relname AS name
            FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE NOT c.convalidated AND c.conparentid = 0 AND c.coninhcount = 0
              AND coalesce(to_jsonb(c) ->> 'conenforced', 'true') = 'true'
            UNION ALL
            SELECT 'constraint', c.conname || ' on ' || coalesce(nullif(n.nspname, 'public') || '.', '') || t.typname
            FROM pg_constraint c
            JOIN pg_type t ON t.oid = c.contypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE NOT c.convalidated
            UNION ALL
            SELECT 'index', coalesce(nullif(n.nspname, 'public') || '.', '') || c.relname
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND n.nspname !~ '^pg_'
            UNION ALL
            SELECT 'publication', pubname FROM pg_publication
            UNION ALL
            SELECT 'subscription', subname
            FROM pg_subscription
            WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            UNION ALL
            SELECT 'event trigger', quote_ident(e.evtname)
            FROM pg_event_trigger e
            WHERE NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e')
            UNION ALL
            SELECT 'schema', nspname FROM pg_namespace WHERE nspname = 'public'
            ORDER BY 1, 2""";

    static SourceRemarks read(Session source) {
        return new SourceRemarks(source.sql().fetch(REMARKS).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("kind", String.class),
                        Collectors.mapping(SourceRemarks::name, Collectors.toList()))));
    }

    boolean hasPublicSchema() {
        return !of(SCHEMA).isEmpty();
    }

    List<ObjectName> eventTriggers() {
        return of(EVENT_TRIGGER).stream()
                .map(name -> new ObjectName(EVENT_TRIGGER, name))
                .toList();
    }

    void tell(LeftOut leftOut) {
        tell(
                leftOut,
                NOT_VALID,
                "%s: NOT VALID in the source, and so in the sample. VALIDATE CONSTRAINT proves the rows");
        tell(leftOut, BROKEN_INDEX, "%s: left out, as broken in the source. REINDEX mends it there");
        tell(leftOut, PUBLICATION, "%s: left out, since a sample must not replicate");
        tell(leftOut, SUBSCRIPTION, "%s: left out, since a sample must not replicate");
    }

    private void tell(LeftOut leftOut, String kind, String remark) {
        if (!of(kind).isEmpty()) {
            String names = Naming.listed(kind, of(kind));
            leftOut.tell(remark.formatted(Character.toUpperCase(names.charAt(0)) + names.substring(1)));
        }
    }

    private List<String> of(String kind) {
        return found.getOrDefault(kind, List.of());
    }

    private static String name(Record row) {
        return row.get("name", String.class);
    }
}
