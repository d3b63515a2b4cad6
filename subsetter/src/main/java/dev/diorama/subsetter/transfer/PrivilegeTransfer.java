package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;

/**
 * Grants in the sample what is granted in the source, to the roles that are on the target's server. pg_restore would stop
 * at the first role that is not, and leave out the others beside it.
 */
final class PrivilegeTransfer {
    /** A privilege that only servers from 17 on know. */
    private static final String MAINTAIN = "MAINTAIN";

    private static final String PRIVILEGE = "privilege";
    private static final String EXCESS = "excess privilege";
    private static final int FIRST_WITH_MAINTAIN = 17;

    private final Privileges wanted;
    private final Session target;
    private final TargetRoles roles;
    private final LeftOut leftOut;

    PrivilegeTransfer(Privileges wanted, Session target, TargetRoles roles, LeftOut leftOut) {
        this.wanted = wanted;
        this.target = target;
        this.roles = roles;
        this.leftOut = leftOut;
    }

    void apply() {
        Set<String> absent = new TreeSet<>();
        wanted.byObject().values().forEach(privileges -> privileges.stream()
                .map(Privilege::grantee)
                .filter(role -> !role.isEmpty() && !roles.names().contains(role))
                .forEach(absent::add));
        if (!absent.isEmpty()) {
            leftOut.tell("The target's server has no %s: left out is what is granted there"
                    .formatted(Naming.listed("role", List.copyOf(absent))));
        }
        Map<ObjectName, SQL> statements = statements();
        if (statements.isEmpty()) {
            return;
        }
        try {
            target.execute(String.join(
                    ";\n", statements.values().stream().map(this::rendered).toList()));
        } catch (DataAccessException e) {
            executeOneByOne(statements);
        }
        if (!statements().isEmpty()) {
            leaveOut(List.copyOf(statements().keySet()), "the role that makes the sample may not pass them on");
        }
    }

    /** The statements that would make the target's privileges those of the source. */
    Map<ObjectName, SQL> statements() {
        Privileges present = Privileges.read(target);
        Set<AccessObject> objects = new LinkedHashSet<>(wanted.byObject().keySet());
        objects.addAll(present.byObject().keySet());
        Map<ObjectName, SQL> statements = new LinkedHashMap<>();
        for (AccessObject object : objects) {
            difference(
                    present.on(object),
                    wanted.on(object),
                    privilege -> statements.put(
                            new ObjectName(EXCESS, object.named(privilege)), object.revoke(privilege, database())));
            difference(
                    wanted.on(object),
                    present.on(object),
                    privilege -> statements.put(
                            new ObjectName(PRIVILEGE, object.named(privilege)), object.grant(privilege, database())));
        }
        statements.keySet().removeIf(leftOut::contains);
        return statements;
    }

    private void difference(Set<Privilege> some, Set<Privilege> others, Consumer<Privilege> consumer) {
        for (Privilege privilege : some) {
            boolean known = !privilege.name().equals(MAINTAIN) || roles.serverMajor() >= FIRST_WITH_MAINTAIN;
            boolean there = privilege.grantee().isEmpty() || roles.names().contains(privilege.grantee());
            if (known && there && !privilege.grantee().equals(roles.user()) && !others.contains(privilege)) {
                consumer.accept(privilege);
            }
        }
    }

    private void executeOneByOne(Map<ObjectName, SQL> statements) {
        Map<String, List<ObjectName>> failures = new LinkedHashMap<>();
        statements.forEach((name, statement) -> {
            try {
                target.execute(rendered(statement));
            } catch (DataAccessException e) {
                failures.computeIfAbsent(PostgresMessage.withoutValues(e), any -> new ArrayList<>())
                        .add(name);
            }
        });
        failures.forEach((reason, names) -> leaveOut(names, reason));
    }

    private void leaveOut(List<ObjectName> names, String reason) {
        names.forEach(leftOut::add);
        leftOut.tell("Left out are %s: %s"
                .formatted(
                        Naming.listed(
                                "privilege",
                                names.stream().map(ObjectName::identity).toList()),
                        reason));
    }

    private String rendered(SQL statement) {
        return target.sql().render(statement);
    }

    private String database() {
        return roles.database();
    }
}
