package dev.diorama.subsetter.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.Closeable;
import java.io.StringReader;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Cancellation cancellation = new Cancellation();

    @Test
    void runsEveryTaskOnce() {
        Queue<String> done = new ConcurrentLinkedQueue<>();

        Workers.run(
                cancellation,
                3,
                List.of("a", "b", "c", "d", "e"),
                WorkersTest::connection,
                (own, task) -> done.add(task));

        assertThat(done).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(cancellation.isRequested()).isFalse();
    }

    /** The first task of the list would wait for ever, and fails only because the second has. */
    @Test
    void stopsAllTasksWhenOneFailsAndTellsOfThatOne() {
        CountDownLatch waiting = new CountDownLatch(1);

        assertThatThrownBy(() -> Workers.run(
                        cancellation,
                        2,
                        List.of("waits", "fails", "comes later"),
                        WorkersTest::connection,
                        (own, task) -> {
                            switch (task) {
                                case "waits" -> waitUntilCancelled(waiting);
                                case "fails" -> {
                                    await(waiting);
                                    throw new SubsetException("This failed");
                                }
                                default -> throw new AssertionError("Nothing is begun any more");
                            }
                        }))
                .isInstanceOf(SubsetException.class)
                .hasMessage("This failed");
    }

    @Test
    void stopsAllTasksWhenOneEndsInAnError() {
        CountDownLatch waiting = new CountDownLatch(1);

        assertThatThrownBy(() -> Workers.run(
                        cancellation, 2, List.of("waits", "fails"), WorkersTest::connection, (own, task) -> {
                            if (task.equals("waits")) {
                                waitUntilCancelled(waiting);
                            }
                            await(waiting);
                            throw new StackOverflowError();
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A worker failed")
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    private static Closeable connection() {
        return new StringReader("");
    }

    private void waitUntilCancelled(CountDownLatch waiting) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Wakening wakening = cancellation.whenRequested(cancelled::countDown)) {
            assertThat(wakening).isNotNull();
            waiting.countDown();
            await(cancelled);
        }
        cancellation.check();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
