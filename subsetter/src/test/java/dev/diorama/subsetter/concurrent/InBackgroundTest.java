package dev.diorama.subsetter.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InBackgroundTest {
    private final Cancellation cancellation = new Cancellation();

    @Test
    void closesWhatWasMade() {
        List<String> closed = new ArrayList<>();

        try (InBackground<String> made = new InBackground<>("test-made", cancellation, closed::add)) {
            made.start(() -> "it");
            assertThat(made.await()).isEqualTo("it");
        }

        assertThat(closed).containsExactly("it");
        assertThat(cancellation.isRequested()).isFalse();
    }

    /** A statement that is sent right after its connection was asked to cancel another is not cancelled by that. */
    @Test
    void asksToStopUntilSomethingHears() {
        AtomicBoolean heard = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch askedTwice = new CountDownLatch(2);

        try (InBackground<String> made = new InBackground<>("test-asked", cancellation, text -> {})) {
            made.start(() -> {
                try (Cancellation.Wakening wakening = cancellation.whenRequested(askedTwice::countDown)) {
                    assertThat(wakening).isNotNull();
                    waiting.countDown();
                    heard.set(await(askedTwice));
                    throw new SubsetException("Stopped");
                }
            });
            assertThat(await(waiting)).isTrue();
        }

        assertThat(heard).isTrue();
    }

    /** Whether it was counted down; that it never is shows as a failure rather than as a test without end. */
    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
