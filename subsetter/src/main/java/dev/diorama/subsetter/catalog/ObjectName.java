package dev.diorama.subsetter.catalog;

/**
 * Names any object of a database, in the words of PostgreSQL's {@code pg_identify_object}.
 *
 * @param kind what it is, for example {@code policy}
 * @param identity its name, quoted where it must be, with what it belongs to: {@code own on public.note}
 */
public record ObjectName(String kind, String identity) implements Comparable<ObjectName> {
    @Override
    public int compareTo(ObjectName other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? identity.compareTo(other.identity) : byKind;
    }

    @Override
    public String toString() {
        return kind + ' ' + identity;
    }
}
