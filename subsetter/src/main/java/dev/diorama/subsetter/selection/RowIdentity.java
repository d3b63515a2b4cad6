package dev.diorama.subsetter.selection;

/**
 * Where a row lies inside its storage: PostgreSQL's {@code ctid} of a block of 32 bits and an offset of 16, as one
 * number whose order is that of the disk.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-oid.html">tid</a>
 */
public final class RowIdentity {
    private static final int OFFSET_BITS = 16;
    private static final int OFFSET_MASK = (1 << OFFSET_BITS) - 1;

    private RowIdentity() {}

    static long of(long block, int offset) {
        return block << OFFSET_BITS | offset;
    }

    /** Writes rows {@code from} to {@code to} (exclusive) as an array of tid: <code>{"(0,1)","(0,2)"}</code>. */
    public static String array(long[] identities, int from, int to) {
        StringBuilder array = new StringBuilder((to - from) * 14 + 2).append('{');
        for (int i = from; i < to; i++) {
            array.append(i == from ? "\"(" : ",\"(")
                    .append(identities[i] >>> OFFSET_BITS)
                    .append(',')
                    .append(identities[i] & OFFSET_MASK)
                    .append(")\"");
        }
        return array.append('}').toString();
    }
}
