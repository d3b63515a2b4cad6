package dev.diorama.provisioner.environment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole policy of the reconciler, without any effect: from what is wanted, what exists and what is recorded to the
 * next thing to do. A step holds when it is recorded as done for this generation, what it made is really there, and
 * everything before it holds.
 */
public final class Plan {
    private final Environment environment;
    private final Observation observed;
    private final Map<Step, StepState> recorded;

    private Plan(Environment environment, Observation observed, Map<Step, StepState> recorded) {
        this.environment = environment;
        this.observed = observed;
        this.recorded = recorded;
    }

    /**
     * The next decision.
     *
     * @param recorded the steps that the state database knows for the environment's generation
     * @param running the steps that are being taken at this moment
     */
    public static Decision decide(
            Environment environment, Observation observed, Map<Step, StepState> recorded, Set<Step> running) {
        if (environment.wanted() == Wanted.ABSENT) {
            return observed.leftovers() ? new Decision.Remove() : new Decision.Settle(Phase.REMOVED);
        }
        var plan = new Plan(environment, observed, recorded);
        var startable = plan.startable(running);
        if (recorded.containsValue(StepState.FAILED) || startable.isEmpty()) {
            if (!running.isEmpty()) {
                return new Decision.Wait();
            }
            return new Decision.Settle(recorded.containsValue(StepState.FAILED) ? Phase.FAILED : Phase.READY);
        }
        return new Decision.Take(startable);
    }

    private Set<Step> startable(Set<Step> running) {
        return EnumSet.allOf(Step.class).stream()
                .filter(step -> !running.contains(step))
                .filter(step -> !holds(step))
                .filter(step -> step.after().stream().allMatch(this::holds))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    private boolean holds(Step step) {
        return recorded.get(step) == StepState.DONE
                && exists(step)
                && step.after().stream().allMatch(this::holds);
    }

    private boolean exists(Step step) {
        return switch (step) {
            case CHECKOUT ->
                observed.checkoutSha().filter(environment.headSha()::equals).isPresent();
            case BUILD ->
                observed.builtSha().filter(environment.headSha()::equals).isPresent();
            case SAMPLE -> observed.sampleReady() || cloneIsCurrent();
            case CLONE -> cloneIsCurrent();
            case MIGRATE, CHECK -> true;
            case START -> observed.stackGeneration().orElse(0) == environment.generation();
        };
    }

    private boolean cloneIsCurrent() {
        return observed.cloneGeneration().orElse(0) >= environment.cloneGeneration();
    }
}
