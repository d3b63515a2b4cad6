package dev.diorama.subsetter.report;

/** The phases of a run, in their order. */
public enum PhaseName {
    /** Connections, privileges, the catalog, and that the target is free. */
    CONNECT("connect"),
    /** How many rows each table has. */
    COUNT("count"),
    /** Which rows make the sample. */
    SELECT("select"),
    /**
     * Waiting for the schema, which is made while rows are counted and chosen, and for the scan for personal data, which
     * is done meanwhile, too; nothing where both were done by then.
     */
    SCHEMA_WAIT("schema wait"),
    /** Rows from source to target. */
    COPY("copy"),
    /** Indexes, keys and triggers, which prove the sample. */
    CONSTRAINTS("constraints"),
    /** Sequences, materialized views, statistics. */
    FINISH("finish"),
    /** What is looked at before the sample may take its name. */
    VERIFY("verify"),
    /** The target's name. */
    DELIVER("deliver");

    private final String label;

    PhaseName(String label) {
        this.label = label;
    }

    /** The word for it in reports. */
    public String label() {
        return label;
    }
}
