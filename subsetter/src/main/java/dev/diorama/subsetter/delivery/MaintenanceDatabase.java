package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Pooler;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The database of the target's server from which others are made, renamed and removed. Sessions are opened for a step
 * and closed after it: a run may take hours, and while anybody is connected to template1 nobody can copy it.
 *
 * @param url where it is
 */
record MaintenanceDatabase(ConnectionUrl url) {
    private static final List<String> NAMES = List.of("postgres", "template1");
    /**
     * What says that this database is closed to the role, and another one may be open: no CONNECT privilege, refused by
     * pg_hba.conf, not there, closed to connections.
     */
    private static final Set<String> ABOUT_THE_DATABASE = Set.of("42501", "28000", "3D000", "55000");

    /** Finds the first that the role may connect to. */
    static MaintenanceDatabase find(ConnectionUrl target) {
        List<SubsetException> failures = new ArrayList<>();
        List<String> names =
                NAMES.stream().filter(name -> !name.equals(target.database())).toList();
        for (String name : names) {
            ConnectionUrl url = target.withDatabase(name);
            try {
                Pooler.requireSessions(url);
                return new MaintenanceDatabase(url);
            } catch (SubsetException e) {
                if (!isAboutTheDatabase(e)) {
                    throw e;
                }
                failures.add(e);
            }
        }
        throw unreachable(target, names, failures);
    }

    Session open(Cancellation cancellation) {
        return Session.open(url, cancellation);
    }

    private static boolean isAboutTheDatabase(SubsetException failure) {
        return failure.getCause() instanceof SQLException cause && ABOUT_THE_DATABASE.contains(cause.getSQLState());
    }

    private static SubsetException unreachable(
            ConnectionUrl target, List<String> names, List<SubsetException> failures) {
        return new SubsetException(
                "Role \"%s\" must connect to %s at %s port %d to make the target database, and cannot. Run there as a superuser: GRANT CONNECT ON DATABASE %s TO \"%s\"; The reasons: %s"
                        .formatted(
                                target.user(),
                                names.stream().map("\"%s\""::formatted).collect(Collectors.joining(" or ")),
                                target.host(),
                                target.port(),
                                names.getFirst(),
                                target.user().replace("\"", "\"\""),
                                failures.stream()
                                        .map(SubsetException::getMessage)
                                        .collect(Collectors.joining("; "))),
                failures.getFirst());
    }
}
