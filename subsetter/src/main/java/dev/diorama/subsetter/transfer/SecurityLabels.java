package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The labels that modules of the server have put on objects. A server without the module refuses them, and pg_restore
 * would take that for an error.
 *
 * @param labels them
 * @see <a href="https://www.postgresql.org/docs/current/sql-security-label.html">SECURITY LABEL</a>
 */
record SecurityLabels(List<Label> labels) {
    private static final String LABELS =
            """
            SELECT l.provider, l.objtype || ' ' || l.objname AS object, l.label,
                   concat_ws(' ', l.provider, 'on', o.type, o.identity) AS identity
            FROM pg_seclabels l
            CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) o
            WHERE l.objtype NOT IN ('database', 'tablespace', 'role', 'large object')
            ORDER BY 4""";

    /** A label; the object is quoted by the server. */
    record Label(ObjectName name, String provider, String object, String text) {
        SQL statement() {
            return DSL.sql(
                    "SECURITY LABEL FOR {0} ON {1} IS {2}",
                    DSL.quotedName(provider), DSL.raw(object), DSL.inline(text));
        }
    }

    SecurityLabels {
        labels = List.copyOf(labels);
    }

    static SecurityLabels read(Session source) {
        return new SecurityLabels(source.sql()
                .fetch(LABELS)
                .map(row -> new Label(
                        new ObjectName("security label", row.get("identity", String.class)),
                        row.get("provider", String.class),
                        row.get("object", String.class),
                        row.get("label", String.class))));
    }

    void apply(Session target, LeftOut leftOut) {
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (Label label : labels) {
            try {
                target.execute(target.sql().render(label.statement()));
            } catch (DataAccessException e) {
                leftOut.add(label.name());
                refused.computeIfAbsent(label.provider(), any -> new ArrayList<>())
                        .add(label.object());
            }
        }
        refused.forEach((provider, objects) -> leftOut.tell(
                "Left out is what module \"%s\" has put on %s: the target's server does not take its security labels"
                        .formatted(provider, Naming.listed("object", objects))));
    }
}
