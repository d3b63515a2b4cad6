package dev.diorama.benchmarks;

/** A way from a source to a database of its own. */
interface Way {
    /** What it is called in a table's row, in Markdown. */
    String label();

    /**
     * Goes it: afterwards the target is there with its rows.
     *
     * @param target does not exist before
     * @return the most memory that its main program had, in bytes; 0 where nobody knows
     */
    long go(Database source, Database target);
}
