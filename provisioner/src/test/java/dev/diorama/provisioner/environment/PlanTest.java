package dev.diorama.provisioner.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    private static final String SHA = "a".repeat(40);
    private static final Observation NOTHING = new Observation(
            Optional.empty(), Optional.empty(), false, OptionalLong.empty(), OptionalLong.empty(), false);
    private static final Observation EVERYTHING =
            new Observation(Optional.of(SHA), Optional.of(SHA), true, OptionalLong.of(3), OptionalLong.of(3), true);

    @Test
    void beginsWithTheCheckout() {
        assertThat(decide(present(), NOTHING, Map.of(), Set.of())).isEqualTo(take(Step.CHECKOUT));
    }

    @Test
    void buildsAndSamplesSideBySide() {
        var observed = new Observation(
                Optional.of(SHA), Optional.empty(), false, OptionalLong.empty(), OptionalLong.empty(), true);

        assertThat(decide(present(), observed, Map.of(Step.CHECKOUT, StepState.DONE), Set.of()))
                .isEqualTo(take(Step.BUILD, Step.SAMPLE));
    }

    @Test
    void waitsForWhatRuns() {
        assertThat(decide(present(), NOTHING, Map.of(), Set.of(Step.CHECKOUT))).isEqualTo(new Decision.Wait());
    }

    @Test
    void isReadyWhenEveryStepHolds() {
        assertThat(decide(present(), EVERYTHING, allDone(), Set.of())).isEqualTo(new Decision.Settle(Phase.READY));
    }

    @Test
    void startsAgainWhatDied() {
        var died = new Observation(
                Optional.of(SHA), Optional.of(SHA), true, OptionalLong.of(3), OptionalLong.empty(), true);

        assertThat(decide(present(), died, allDone(), Set.of())).isEqualTo(take(Step.START));
    }

    @Test
    void makesTheCloneAgainThatIsGoneAndMigratesIt() {
        var gone = new Observation(
                Optional.of(SHA), Optional.of(SHA), true, OptionalLong.empty(), OptionalLong.of(3), true);

        assertThat(decide(present(), gone, allDone(), Set.of())).isEqualTo(take(Step.CLONE));
        assertThat(Step.CLONE.invalidates()).containsExactlyInAnyOrder(Step.MIGRATE, Step.START, Step.CHECK);
    }

    @Test
    void keepsTheCloneOfAnOlderGenerationUnlessANewOneIsWanted() {
        var older = new Observation(
                Optional.of(SHA), Optional.of(SHA), true, OptionalLong.of(2), OptionalLong.empty(), true);
        var recorded = new EnumMap<>(allDone());
        recorded.remove(Step.START);

        assertThat(decide(environment(Wanted.PRESENT, 3, 2), older, recorded, Set.of()))
                .isEqualTo(take(Step.START));
        assertThat(decide(environment(Wanted.PRESENT, 3, 3), older, recorded, Set.of()))
                .isEqualTo(take(Step.CLONE));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void failsWhenAStepFailedAndNothingRunsAnyMore(Step step) {
        var recorded = Map.of(step, StepState.FAILED);

        assertThat(decide(present(), NOTHING, recorded, Set.of())).isEqualTo(new Decision.Settle(Phase.FAILED));
        assertThat(decide(present(), NOTHING, recorded, Set.of(Step.BUILD))).isEqualTo(new Decision.Wait());
    }

    @Test
    void removesWhateverIsLeftWhenNothingIsWanted() {
        assertThat(decide(environment(Wanted.ABSENT, 3, 3), EVERYTHING, allDone(), Set.of()))
                .isEqualTo(new Decision.Remove());
        assertThat(decide(environment(Wanted.ABSENT, 3, 3), NOTHING, Map.of(), Set.of()))
                .isEqualTo(new Decision.Settle(Phase.REMOVED));
    }

    /** Whatever the world looks like: taking the decided steps, each of which makes its thing, ends in readiness. */
    @Test
    void endsReadyFromEveryBeginning() {
        var random = new Random(42);
        for (int world = 0; world < 2_000; world++) {
            var state = new World(random);
            int decisions = 0;
            while (!(state.decide() instanceof Decision.Settle)) {
                state.follow(state.decide());
                assertThat(++decisions).as("decisions of world %d", world).isLessThanOrEqualTo(Step.values().length);
            }
            assertThat(state.decide()).isEqualTo(new Decision.Settle(Phase.READY));
        }
    }

    /** No step is ever decided on while one of those before it does not hold or runs. */
    @Test
    void neverTakesAStepBeforeItsTime() {
        var random = new Random(7);
        for (int world = 0; world < 2_000; world++) {
            var state = new World(random);
            var running = EnumSet.noneOf(Step.class);
            for (Step step : Step.values()) {
                if (random.nextInt(5) == 0) {
                    running.add(step);
                }
            }
            if (Plan.decide(present(), state.observed(), state.recorded, running) instanceof Decision.Take take) {
                for (Step step : take.steps()) {
                    assertThat(running).doesNotContain(step);
                    assertThat(state.recorded.keySet()).containsAll(step.after());
                }
            }
        }
    }

    /** A world in which any subset of things exists and any subset of steps is recorded. */
    private static final class World {
        private final Map<Step, StepState> recorded = new HashMap<>();
        private boolean checkout;
        private boolean built;
        private boolean sample;
        private boolean clone;
        private boolean stack;

        World(Random random) {
            checkout = random.nextBoolean();
            built = random.nextBoolean();
            sample = random.nextBoolean();
            clone = random.nextBoolean();
            stack = random.nextBoolean();
            for (Step step : Step.values()) {
                if (random.nextInt(4) > 0) {
                    recorded.put(step, StepState.DONE);
                }
            }
        }

        Observation observed() {
            return new Observation(
                    checkout ? Optional.of(SHA) : Optional.empty(),
                    built ? Optional.of(SHA) : Optional.empty(),
                    sample,
                    clone ? OptionalLong.of(3) : OptionalLong.empty(),
                    stack ? OptionalLong.of(3) : OptionalLong.empty(),
                    true);
        }

        Decision decide() {
            return Plan.decide(present(), observed(), recorded, Set.of());
        }

        void follow(Decision decision) {
            for (Step step : ((Decision.Take) decision).steps()) {
                step.invalidates().forEach(recorded::remove);
                recorded.put(step, StepState.DONE);
                switch (step) {
                    case CHECKOUT -> checkout = true;
                    case BUILD -> built = true;
                    case SAMPLE -> sample = true;
                    case CLONE -> clone = true;
                    case START -> stack = true;
                    case MIGRATE, CHECK -> {}
                }
            }
        }
    }

    private static Decision decide(
            Environment environment, Observation observed, Map<Step, StepState> recorded, Set<Step> running) {
        return Plan.decide(environment, observed, recorded, running);
    }

    private static Decision take(Step... steps) {
        return new Decision.Take(Set.of(steps));
    }

    private static Map<Step, StepState> allDone() {
        var recorded = new EnumMap<Step, StepState>(Step.class);
        for (Step step : Step.values()) {
            recorded.put(step, StepState.DONE);
        }
        return recorded;
    }

    private static Environment present() {
        return environment(Wanted.PRESENT, 3, 3);
    }

    private static Environment environment(Wanted wanted, long generation, long cloneGeneration) {
        return new Environment(
                1,
                new EnvironmentId("local", "bookshop", 1),
                "bookshop",
                "Ratings",
                "ratings",
                SHA,
                wanted,
                generation,
                cloneGeneration,
                Phase.WORKING,
                Optional.empty(),
                1);
    }
}
