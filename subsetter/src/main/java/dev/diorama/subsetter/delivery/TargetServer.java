package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.DatabaseIdentity;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The server that the sample goes to, seen from a database that is not the target itself. For one thread.
 */
public final class TargetServer {
    private static final Set<String> NEEDED_BY_THE_SERVER = Set.of("postgres", "template0", "template1");
    /** In bytes, as PostgreSQL is built unless somebody changes it. */
    private static final int LONGEST_NAME = 63;

    private final ConnectionUrl target;
    private final ExistingTarget existing;
    private final Cancellation cancellation;
    private final MaintenanceDatabase maintenance;
    private final Consumer<String> notices;
    private final Removal removal;

    private TargetServer(
            ConnectionUrl target,
            ExistingTarget existing,
            Cancellation cancellation,
            MaintenanceDatabase maintenance,
            Consumer<String> notices) {
        this.target = target;
        this.existing = existing;
        this.cancellation = cancellation;
        this.maintenance = maintenance;
        this.notices = notices;
        this.removal = new Removal(maintenance, notices);
    }

    /**
     * Finds a database of the target's server that is always there and that the role may connect to.
     *
     * @param existing what to do with a database that has the target's name
     * @param notices is told of databases that could not be removed
     */
    public static TargetServer connect(
            ConnectionUrl target, ExistingTarget existing, Cancellation cancellation, Consumer<String> notices) {
        if (NEEDED_BY_THE_SERVER.contains(target.database())) {
            throw new ConfigurationException(
                    "The target cannot be \"%s\", which the server needs for itself: name another database"
                            .formatted(target.database()));
        }
        requireWhole(target.database());
        MaintenanceDatabase maintenance = MaintenanceDatabase.find(target);
        return new TargetServer(target, existing, cancellation, maintenance, notices);
    }

    /** PostgreSQL would cut the name off, and the sample would have another one. */
    private static void requireWhole(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw new ConfigurationException(
                    "The target cannot be \"%s\": PostgreSQL keeps names of at most %d bytes, and this one has %d"
                            .formatted(name, LONGEST_NAME, bytes));
        }
    }

    /** Throws unless the target may be made, and is not the source under another address. */
    public void requireFree(DatabaseIdentity source) {
        try (Session session = maintenance.open(cancellation)) {
            if (DatabaseIdentity.of(session).withDatabase(target.database()).isSameAs(source)) {
                throw new ConfigurationException(
                        "The target, %s, is the source itself, or its primary: name another database as the target"
                                .formatted(target));
            }
            find(session);
        }
    }

    /** The server's major version. */
    public int serverMajor() {
        try (Session session = maintenance.open(cancellation)) {
            return session.sql()
                            .resultQuery("SELECT current_setting('server_version_num')::int")
                            .fetchSingle()
                            .get(0, Integer.class)
                    / 10_000;
        }
    }

    /** Removes what killed runs left. */
    public void removeLeftovers() {
        try (Session session = maintenance.open(cancellation)) {
            TemporaryName.leftovers(session).forEach(name -> removal.of(name, session));
        }
    }

    /** Makes a database under a temporary name, in which the sample is built. */
    public BuildDatabase create(DatabaseLocale locale) {
        return BuildDatabase.create(target, locale, maintenance, removal, cancellation);
    }

    /**
     * Gives a finished database the target's name. A database of that name gives way in the same instant, as the request
     * allows it, and leaves its owner, privileges and settings to the new one.
     */
    public void deliver(BuildDatabase database) {
        TemporaryName away = TemporaryName.forReplaced();
        try (Session session = maintenance.open(cancellation);
                Session other = maintenance.open(cancellation)) {
            Optional<ExistingDatabase> old = find(session);
            database.handOver(session);
            away.hold(session);
            if (old.isPresent()) {
                if (existing == ExistingTarget.REPLACE) {
                    old.get().requireEndable(session);
                }
                DatabaseTraits.of(target.database(), session)
                        .giveTo(database.name(), target.database(), session, notices);
            }
            new Swap(session, other).run(database.name(), target.database(), old.map(replaced -> away), existing);
            database.delivered();
            if (old.isPresent()) {
                removal.of(away);
            }
        }
    }

    private Optional<ExistingDatabase> find(Session session) {
        Optional<ExistingDatabase> found = ExistingDatabase.find(target, session);
        if (existing == ExistingTarget.REFUSE) {
            found.ifPresent(database -> database.requireEmpty(cancellation));
        }
        return found;
    }
}
