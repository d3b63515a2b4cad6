package dev.diorama.subsetter.selection;

import java.util.List;

/** Where rows for a table are drawn from, while nothing else is chosen. */
interface RowSource {
    /**
     * Draws up to {@code wanted} rows within the budgets; fewer only if there are no more of them.
     *
     * @param restrictions the restrictions that the source was made for, with the budgets that hold for this draw
     */
    RowBuffer draw(long wanted, List<Restriction> restrictions);
}
