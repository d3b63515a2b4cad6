package dev.diorama.subsetter.selection;

import java.util.List;

/** Takes rows from candidates in their random order, as long as the budgets allow. Pure. */
final class Draw {
    private Draw() {}

    /**
     * Takes up to {@code wanted} rows.
     *
     * @param candidates rows in random order; bit {@code i} says that a row violates restriction {@code i}
     * @param restrictions what the bits mean; a violation costs one of its budget
     * @param chosen the rows that need not be taken again
     */
    static RowBuffer take(RowBuffer candidates, long wanted, List<Restriction> restrictions, RowSet chosen) {
        long[] budgets = restrictions.stream().mapToLong(Restriction::budget).toArray();
        RowBuffer taken = new RowBuffer();
        for (int i = 0; i < candidates.size() && taken.size() < wanted; i++) {
            int violated = candidates.bits(i);
            if (affordable(violated, budgets) && !chosen.contains(candidates.storage(i), candidates.identity(i))) {
                for (int bit = 0; bit < budgets.length; bit++) {
                    budgets[bit] -= violated >>> bit & 1;
                }
                taken.copy(candidates, i);
            }
        }
        return taken;
    }

    private static boolean affordable(int violated, long[] budgets) {
        for (int bit = 0; bit < budgets.length; bit++) {
            if ((violated >>> bit & 1) == 1 && budgets[bit] <= 0) {
                return false;
            }
        }
        return true;
    }
}
