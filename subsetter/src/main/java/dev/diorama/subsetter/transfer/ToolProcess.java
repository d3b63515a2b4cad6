package dev.diorama.subsetter.transfer;

/**
 * A program that runs.
 *
 * @param process the child process, whose input is taken care of
 * @param stop ends it, wherever it runs; may be called from any thread and more than once
 */
record ToolProcess(Process process, Runnable stop) implements AutoCloseable {
    /** Leaves nothing running. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop.run();
            process.destroyForcibly();
        }
    }
}
