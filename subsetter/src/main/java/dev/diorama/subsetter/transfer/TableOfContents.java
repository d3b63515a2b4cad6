package dev.diorama.subsetter.transfer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in an archive of pg_dump, line by line as pg_restore lists it, and which of it goes into a sample when. Pure.
 *
 * @param lines the lines
 * @see <a href="https://www.postgresql.org/docs/current/app-pgrestore.html">pg_restore --use-list</a>
 */
record TableOfContents(List<String> lines) {
    /** The archive's number, then table and number in the source's catalog, then kind, schema, name and owner. */
    private static final Pattern ENTRY = Pattern.compile("\\d+; (?<object>\\d+ \\d+ (?<rest>.*))");

    TableOfContents {
        lines = List.copyOf(lines);
    }

    /**
     * Everything but what must wait, and what a sample never has: who connects to servers elsewhere, with what password.
     *
     * @param policies those that are made otherwise, because roles are missing which they are for
     */
    List<String> schema(List<RolePolicy> policies) {
        return lines.stream()
                .filter(line -> !isUserMapping(line)
                        && !isEventTrigger(line)
                        && policies.stream().noneMatch(policy -> isOf(policy, line)))
                .toList();
    }

    /**
     * Entries that can be made side by side.
     *
     * @param entries the lines
     * @param jobs how many at the same time
     */
    record Step(List<String> entries, int jobs) {}

    /**
     * What is made after the rows. With partitions pg_restore must not do everything at the same time: putting an index
     * of a partition under that of its table, and adding a foreign key to either, wait for each other's locks.
     *
     * @param policies those that are made otherwise
     * @param jobs how many entries may be made at the same time
     */
    List<Step> afterRows(List<RolePolicy> policies, int jobs) {
        List<String> all = schema(policies);
        List<String> attached =
                all.stream().filter(TableOfContents::isIndexAttachment).toList();
        if (attached.isEmpty()) {
            return List.of(new Step(all, jobs));
        }
        List<String> before = all.stream()
                .filter(line -> !isIndexAttachment(line) && !isOfConstraint(line))
                .toList();
        List<String> after =
                all.stream().filter(TableOfContents::isOfConstraint).toList();
        return List.of(new Step(before, jobs), new Step(attached, 1), new Step(after, jobs));
    }

    /** What fires at commands, and therefore comes last. */
    List<String> eventTriggers() {
        return lines.stream().filter(TableOfContents::isEventTrigger).toList();
    }

    boolean hasUserMappings() {
        return lines.stream().anyMatch(TableOfContents::isUserMapping);
    }

    private static boolean isUserMapping(String line) {
        return group(line, "rest").startsWith("USER MAPPING ");
    }

    private static boolean isEventTrigger(String line) {
        return group(line, "rest").startsWith("EVENT TRIGGER ")
                || group(line, "rest").startsWith("COMMENT - EVENT TRIGGER ");
    }

    private static boolean isIndexAttachment(String line) {
        return group(line, "rest").startsWith("INDEX ATTACH ");
    }

    /** Foreign keys, and what is said about a constraint of any kind. A schema's name may hold blanks. */
    private static boolean isOfConstraint(String line) {
        return group(line, "rest").startsWith("FK CONSTRAINT ")
                || group(line, "rest").matches("COMMENT .+ CONSTRAINT .+ ON .*");
    }

    private static boolean isOf(RolePolicy policy, String line) {
        return group(line, "object").startsWith(policy.entry())
                || group(line, "rest").startsWith(policy.entryOfComment());
    }

    private static String group(String line, String name) {
        Matcher entry = ENTRY.matcher(line);
        return entry.matches() ? entry.group(name) : "";
    }
}
