package dev.diorama.provisioner.engine;

import dev.diorama.provisioner.environment.StepLog;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where stacks run. Everything is found by the environment's number, never by memory, so that a server that was
 * killed finds its environments again. Every method is idempotent and may be interrupted; safe for use by several
 * threads, one per environment.
 */
public interface Engine {
    /**
     * Builds a checkout.
     *
     * @throws dev.diorama.provisioner.environment.StepFailure when the build fails
     */
    void build(Build build, StepLog log) throws InterruptedException;

    /**
     * Starts the services of a generation beside those of older ones.
     *
     * @throws dev.diorama.provisioner.environment.StepFailure when one of them does not get healthy
     */
    RunningStack start(Start start, StepLog log) throws InterruptedException;

    /** The newest generation whose services all run. */
    OptionalLong running(long environmentId);

    /** The services of that generation. */
    RunningStack stack(long environmentId, long generation);

    /** Stops the services of every generation but this one. */
    void keepOnly(long environmentId, long generation) throws InterruptedException;

    /** Stops the services of every generation; a build that runs goes on. */
    void stopServices(long environmentId) throws InterruptedException;

    /** Stops everything that belongs to an environment; afterwards nothing of it is left in the engine. */
    void remove(long environmentId) throws InterruptedException;

    /** The environments of which anything exists in the engine. */
    List<Long> environments();

    /** The services of the newest generation that was begun to start; none where nothing was. */
    Set<String> services(long environmentId);

    /** The last lines of a service's output, oldest first. */
    List<String> logs(long environmentId, String service, int lines);
}
