package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;

/**
 * Every object of a database, with what defines it. It is read with one query for each kind of object, however many
 * there are, and two of them are compared in memory. Immutable.
 *
 * @param serverMajor the server's major version
 * @param objects the objects
 */
public record SchemaInventory(int serverMajor, Map<ObjectName, Definition> objects) {
    private static final int SHOWN = 120;
    private static final String NOT_NULL = "not-null constraint";
    private static final int FIRST_WITH_NOT_NULL = 18;
    /** What new databases and extensions bring along, and the source may have removed. */
    private static final Set<String> BROUGHT_ALONG = Set.of("comment on", "extension");

    /**
     * What defines an object.
     *
     * @param stable what every version of the server says in the same words
     * @param printed what the server prints, in words that change with its version
     */
    record Definition(String stable, String printed) {}

    public SchemaInventory {
        objects = Map.copyOf(objects);
    }

    /** Reads the inventory of the database that a session is connected to. */
    public static SchemaInventory read(Session session) {
        Map<ObjectName, Definition> objects = new HashMap<>();
        Stream.of(RelationQueries.ALL, CodeQueries.ALL)
                .flatMap(List::stream)
                .forEach(query -> read(session, query, objects));
        int version = session.sql()
                .resultQuery("SELECT current_setting('server_version_num')::int")
                .fetchSingle()
                .get(0, Integer.class);
        return new SchemaInventory(version / 10_000, objects);
    }

    /** Reads objects of a kind, past jOOQ's records, which would take longer than the server does. */
    private static void read(Session session, String query, Map<ObjectName, Definition> objects) {
        try (ResultSet rows = session.sql().resultQuery(query).fetchResultSet()) {
            while (rows.next()) {
                objects.put(new ObjectName(text(rows, 1), text(rows, 2)), new Definition(text(rows, 3), text(rows, 4)));
            }
        } catch (SQLException e) {
            throw new DataAccessException(PostgresMessage.withoutValues(e), e);
        }
    }

    /** What a sample lacks of this source, or has otherwise, apart from what is left out on purpose. */
    List<String> faultsOf(SchemaInventory sample, LeftOut leftOut) {
        List<String> faults = new ArrayList<>();
        new TreeMap<>(objects).forEach((name, definition) -> {
            if (!leftOut.contains(name) && bothHave(name, sample)) {
                Definition found = sample.objects().get(name);
                Optional<String> fault = found == null
                        ? Optional.of("%s is missing".formatted(name))
                        : difference(name, comparable(sample, definition), comparable(sample, found));
                fault.ifPresent(faults::add);
            }
        });
        new TreeMap<>(sample.objects())
                .keySet().stream()
                        .filter(name -> !objects.containsKey(name)
                                && !BROUGHT_ALONG.contains(name.kind())
                                && bothHave(name, sample))
                        .map("%s is not in the source"::formatted)
                        .forEach(faults::add);
        return faults;
    }

    /** Whether there are objects of a kind on both servers: until 17 a column was NOT NULL by itself. */
    private boolean bothHave(ObjectName name, SchemaInventory other) {
        return !name.kind().equals(NOT_NULL) || Math.min(serverMajor, other.serverMajor) >= FIRST_WITH_NOT_NULL;
    }

    /** The definition without what the other server would print otherwise. */
    private Definition comparable(SchemaInventory other, Definition definition) {
        return serverMajor == other.serverMajor() ? definition : new Definition(definition.stable(), "");
    }

    private static Optional<String> difference(ObjectName name, Definition wanted, Definition found) {
        if (!wanted.stable().equals(found.stable())) {
            return Optional.of("%s is \"%s\" in the source and \"%s\" in the sample"
                    .formatted(name, shortened(wanted.stable()), shortened(found.stable())));
        }
        return wanted.printed().equals(found.printed())
                ? Optional.empty()
                : Optional.of("%s is defined otherwise in the source".formatted(name));
    }

    private static String shortened(String definition) {
        return definition.length() <= SHOWN ? definition : definition.substring(0, SHOWN) + "…";
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }
}
