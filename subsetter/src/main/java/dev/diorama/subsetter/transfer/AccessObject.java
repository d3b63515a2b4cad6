package dev.diorama.subsetter.transfer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Something that one may be allowed to use, or the default for what a role will make.
 *
 * @param prefix its place in GRANT, quoted by the server: {@code ON TABLE public.note}, for a column {@code (body) ON TABLE
 *     public.note}, for a default {@code FOR ROLE app IN SCHEMA public}
 * @param suffix the kind of things that a default is for; empty where it is no default
 * @param defaults the privileges that everybody has where nobody has said otherwise, with blanks between them
 */
record AccessObject(String prefix, String suffix, String defaults) {
    private static final String DATABASE = "ON DATABASE";

    Set<Privilege> untouched() {
        return Arrays.stream(defaults.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new Privilege("", name, Privilege.Option.NONE))
                .collect(Collectors.toSet());
    }

    SQL grant(Privilege privilege, String database) {
        String option = privilege.option() == Privilege.Option.GRANT ? " WITH GRANT OPTION" : "";
        return statement("GRANT", "TO", privilege, option, database);
    }

    SQL revoke(Privilege privilege, String database) {
        return statement("REVOKE", "FROM", privilege, "", database);
    }

    private SQL statement(String verb, String preposition, Privilege privilege, String option, String database) {
        QueryPart role = privilege.grantee().isEmpty() ? DSL.raw("PUBLIC") : DSL.quotedName(privilege.grantee());
        if (!suffix.isEmpty()) {
            return DSL.sql(
                    "ALTER DEFAULT PRIVILEGES {0} {1} {2} ON {3} {4} {5}{6}",
                    DSL.raw(prefix),
                    DSL.raw(verb),
                    DSL.raw(privilege.name()),
                    DSL.raw(suffix),
                    DSL.raw(preposition),
                    role,
                    DSL.raw(option));
        }
        return DSL.sql(
                "{0} {1} {2} {3} {4}{5}",
                DSL.raw(verb),
                DSL.raw(privilege.name()),
                prefix.equals(DATABASE)
                        ? DSL.sql("{0} {1}", DSL.raw(prefix), DSL.quotedName(database))
                        : DSL.raw(prefix),
                DSL.raw(preposition),
                role,
                DSL.raw(option));
    }

    /** A privilege on it as people call that. */
    String named(Privilege privilege) {
        String role = privilege.grantee().isEmpty() ? "PUBLIC" : privilege.grantee();
        return suffix.isEmpty()
                ? "%s %s for %s".formatted(privilege.name(), prefix, role)
                : "%s on new %s %s for %s".formatted(privilege.name(), suffix, prefix, role);
    }
}
