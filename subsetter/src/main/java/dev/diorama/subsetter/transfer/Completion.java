package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.SQL;

/**
 * Makes a database that has its rows into one that is as good as its source. What the source says is read at once, so
 * that the snapshot can be given back before the constraints are added. For one thread; the steps in their order.
 */
public final class Completion {
    private static final Pattern REFUSED_EVENT_TRIGGER =
            Pattern.compile("permission denied to create event trigger .*|event trigger \".*\" does not exist");

    private final Session target;
    private final Catalog catalog;
    private final LeftOut leftOut;
    private final TargetRoles roles;
    private final List<RolePolicy> policies;
    private final DatabaseSettings settings;
    private final PrivilegeTransfer privileges;
    private final SourceRemarks remarks;
    private final SecurityLabels labels;

    private Completion(Session source, Session target, Catalog catalog, LeftOut leftOut) {
        this.target = target;
        this.catalog = catalog;
        this.leftOut = leftOut;
        this.roles = TargetRoles.read(target);
        this.policies = RolePolicy.read(source).stream()
                .filter(policy -> !policy.missing(roles.names()).isEmpty())
                .toList();
        this.settings = DatabaseSettings.read(source);
        this.privileges = new PrivilegeTransfer(Privileges.read(source), target, roles, leftOut);
        this.remarks = SourceRemarks.read(source);
        this.labels = SecurityLabels.read(source);
    }

    /**
     * Reads what the source says of everything but rows, and copies what is outside of tables: where sequences stand,
     * large objects, and what was added to extensions.
     */
    public static Completion begin(Snapshot source, Session target, Catalog catalog, LeftOut leftOut) {
        Completion completion = new Completion(source.session(), target, catalog, leftOut);
        completion.remarks.tell(leftOut);
        completion.dropPublicUnlessThere();
        new ExtensionRows(source, target, leftOut).copy();
        new LargeObjects(source.session(), target, completion.roles.names(), leftOut).copy(catalog);
        new SequenceTransfer(source.session(), target, leftOut::tell).set(catalog);
        return completion;
    }

    /** Adds what rows must satisfy; from here on the source is not needed. */
    public void addConstraints(SchemaTransfer schema, ConnectionUrl url, int jobs) {
        if (schema.hasUserMappings()) {
            leftOut.tell(
                    "User mappings of foreign servers are left out: a sample must not reach what its source reaches");
        }
        schema.restoreAfterRows(url, jobs, policies);
        policies.forEach(this::createForThoseThere);
    }

    /** Fills materialized views, after which every row is there. */
    public void fillViews() {
        new MaterializedViews(target, leftOut).refresh(catalog.materializedViews(), settings.searchPath());
    }

    /** Grants privileges and sets settings; event triggers come last. */
    public void finish(SchemaTransfer schema, ConnectionUrl url) {
        privileges.apply();
        labels.apply(target, leftOut);
        refuse(schema.restoreEventTriggers(url));
        settings.apply(target, roles, leftOut);
    }

    /** What is said of the source's database. */
    public Optional<String> databaseComment() {
        return settings.comment();
    }

    /** The privileges that the sample should have or not have, and does not or has. */
    public List<ObjectName> wrongPrivileges() {
        return List.copyOf(privileges.statements().keySet());
    }

    /** Each new database has the schema "public", and pg_dump does not say that the source has not. */
    private void dropPublicUnlessThere() {
        if (!remarks.hasPublicSchema()) {
            target.execute("DROP SCHEMA IF EXISTS public");
        }
    }

    private void createForThoseThere(RolePolicy policy) {
        List<String> missing = policy.missing(roles.names());
        missing.forEach(role -> leftOut.add(new ObjectName(
                "policy role", "%s of %s".formatted(role, policy.name().identity()))));
        String who = Naming.listed("role", missing);
        if (missing.size() == policy.roles().size()) {
            leftOut.add(policy.name());
            leftOut.tell("Policy %s is left out: the target's server has no %s"
                    .formatted(policy.name().identity(), who));
            return;
        }
        for (SQL statement : policy.statements(roles.names())) {
            target.execute(target.sql().render(statement));
        }
        leftOut.tell("Policy %s goes without %s: the target's server has none of that name"
                .formatted(policy.name().identity(), who));
    }

    private void refuse(List<String> errors) {
        if (errors.isEmpty()) {
            return;
        }
        if (!errors.stream()
                .allMatch(error -> REFUSED_EVENT_TRIGGER.matcher(error).matches())) {
            throw new SubsetException(
                    "The event triggers could not be made in the target: " + SchemaObstacles.listed(errors));
        }
        remarks.eventTriggers().forEach(leftOut::add);
        leftOut.tell("Left out are %s: role \"%s\" may not make event triggers in the target"
                .formatted(
                        Naming.listed(
                                "event trigger",
                                remarks.eventTriggers().stream()
                                        .map(ObjectName::identity)
                                        .toList()),
                        roles.user()));
    }
}
