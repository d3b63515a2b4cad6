package dev.diorama.provisioner.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void readsAnAnswerThatNoDatabaseGave() {
        assertThat(Rehearsal.ask()).containsExactly(1L);
    }

    @Test
    void endsEveryCommandWhereAServerWouldBe() {
        assertThat(Rehearsal.run()).containsExactly(1, 1);
    }
}
