package dev.diorama.subsetter;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.ConflictWithRecovery;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Begins a run again that a replica ended: the same seed asks the same of newer data, and a conflict with the replay of
 * changes is often over in an instant.
 */
final class Repetition {
    private static final int ATTEMPTS = 3;

    private Repetition() {}

    /** What {@code attempt} gives in the end. Each attempt has a cancellation of its own, since it may use it up. */
    static <T> T of(Function<Cancellation, T> attempt, Cancellation cancellation, Consumer<String> notices) {
        for (int number = 1; ; number++) {
            Cancellation own = new Cancellation();
            Cancellation.Wakening wakening = cancellation.whenRequested(own::request);
            try {
                return attempt.apply(own);
            } catch (ConflictWithRecovery e) {
                if (number == ATTEMPTS || cancellation.isRequested()) {
                    throw e;
                }
                notices.accept(
                        "The source is a replica and had to replay changes of its primary: beginning again (%d of %d)"
                                .formatted(number + 1, ATTEMPTS));
            } finally {
                wakening.close();
            }
        }
    }
}
