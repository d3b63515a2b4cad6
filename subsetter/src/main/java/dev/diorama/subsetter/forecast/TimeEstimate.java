package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.report.PhaseReport;
import java.time.Duration;
import java.util.List;

/**
 * About how long a run takes: a sum of simple parts, each of which was measured with PostgreSQL 15 and the command on the
 * same two cores, the source in the system's cache. A slower disk, a network or somebody else's load are not in it. Pure.
 *
 * @param tables how many tables there are
 * @param keys how many foreign keys
 * @param rows how many rows the sample will have
 * @param bytes how many bytes
 * @param jobs how many connections copy at the same time
 */
record TimeEstimate(long tables, long keys, double rows, double bytes, int jobs) {
    /** With what lies between two phases, such as making the database. */
    private static final double CONNECT = 0.5;

    private static final double CONNECT_FOR_TABLE = 0.000_5;
    private static final double COUNT = 0.05;
    private static final double COUNT_FOR_TABLE = 0.001;
    private static final double SELECT = 0.4;
    private static final double SELECT_FOR_TABLE = 0.015;
    private static final double SELECT_FOR_ROW = 0.000_04;
    /** The schema is moved while rows are chosen. */
    private static final double SCHEMA = 0.3;

    private static final double SCHEMA_FOR_TABLE = 0.003;
    private static final double COPY_FOR_TABLE = 0.004;
    private static final double COPY_FOR_ROW = 0.000_005;
    private static final double COPY_FOR_BYTE = 1 / 60e6;
    private static final double CONSTRAINTS = 0.15;
    private static final double CONSTRAINTS_FOR_TABLE = 0.003;
    private static final double CONSTRAINTS_FOR_KEY = 0.001;
    private static final double CONSTRAINTS_FOR_ROW = 0.000_002;
    private static final double FINISH_FOR_TABLE = 0.000_5;
    private static final double FINISH_FOR_ROW = 0.000_001;
    private static final double VERIFY = 0.1;
    private static final double VERIFY_FOR_TABLE = 0.000_5;
    private static final double DELIVER = 0.05;
    private static final double MOST_USEFUL_JOBS = 4;

    /** The phases in their order. */
    List<PhaseReport> phases() {
        double parallel = Math.min(jobs, MOST_USEFUL_JOBS);
        double select = SELECT + SELECT_FOR_TABLE * tables + SELECT_FOR_ROW * rows;
        double copy = (COPY_FOR_TABLE * tables + COPY_FOR_ROW * rows) / parallel + COPY_FOR_BYTE * bytes;
        double constraints = CONSTRAINTS
                + (CONSTRAINTS_FOR_TABLE * tables + CONSTRAINTS_FOR_KEY * keys + CONSTRAINTS_FOR_ROW * rows) / parallel;
        return List.of(
                phase(PhaseName.CONNECT, CONNECT + CONNECT_FOR_TABLE * tables),
                phase(PhaseName.COUNT, COUNT + COUNT_FOR_TABLE * tables),
                phase(PhaseName.SELECT, select),
                phase(PhaseName.SCHEMA_WAIT, Math.max(0, SCHEMA + SCHEMA_FOR_TABLE * tables - select)),
                phase(PhaseName.COPY, copy),
                phase(PhaseName.CONSTRAINTS, constraints),
                phase(PhaseName.FINISH, FINISH_FOR_TABLE * tables + FINISH_FOR_ROW * rows),
                phase(PhaseName.VERIFY, VERIFY + VERIFY_FOR_TABLE * tables),
                phase(PhaseName.DELIVER, DELIVER));
    }

    private static PhaseReport phase(PhaseName phase, double seconds) {
        return new PhaseReport(phase, Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
