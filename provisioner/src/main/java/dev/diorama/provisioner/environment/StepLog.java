package dev.diorama.provisioner.environment;

/** Where a step writes what it does, line by line. Safe for use by several threads. */
@FunctionalInterface
public interface StepLog {
    /** Adds one line, without its line break. */
    void line(String line);
}
