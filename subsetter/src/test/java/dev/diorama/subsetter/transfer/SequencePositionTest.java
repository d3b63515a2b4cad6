package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.Sequence;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequencePositionTest {
    @Test
    void goesOnWhereTheSourceDoes() {
        assertThat(wanted(upwards(), at(50, true), Optional.of(40L))).contains(new SequencePosition(50, true));
        assertThat(wanted(upwards(), at(50, false), Optional.empty())).contains(new SequencePosition(50, false));
    }

    @Test
    void goesOnAfterAValueThatIsInUse() {
        assertThat(wanted(upwards(), at(50, true), Optional.of(60L))).contains(new SequencePosition(60, true));
        assertThat(wanted(upwards(), at(50, false), Optional.of(50L))).contains(new SequencePosition(50, true));
        assertThat(wanted(upwards(), Optional.empty(), Optional.of(7L))).contains(new SequencePosition(7, true));
        assertThat(wanted(sequence(-2, Turn.NEVER), at(-50, true), Optional.of(-60L)))
                .contains(new SequencePosition(-60, true));
    }

    @Test
    void leavesOneThatBeginsAnewWhereItStands() {
        assertThat(wanted(sequence(1, Turn.AROUND), at(5, true), Optional.of(100L)))
                .contains(new SequencePosition(5, true));
    }

    @Test
    void staysAsItWasMadeWhereNothingIsKnown() {
        assertThat(wanted(upwards(), Optional.empty(), Optional.empty())).isEmpty();
    }

    private enum Turn {
        NEVER,
        AROUND
    }

    private static Optional<SequencePosition> at(long value, boolean used) {
        return Optional.of(new SequencePosition(value, used));
    }

    private static Optional<SequencePosition> wanted(
            Sequence sequence, Optional<SequencePosition> last, Optional<Long> greatest) {
        return SequencePosition.wanted(sequence, last, greatest);
    }

    private static Sequence upwards() {
        return sequence(1, Turn.NEVER);
    }

    private static Sequence sequence(long increment, Turn turn) {
        return new Sequence(new TableName("public", "s"), increment, -1000, 1000, turn == Turn.AROUND, true, List.of());
    }
}
