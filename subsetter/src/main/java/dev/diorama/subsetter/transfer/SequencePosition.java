package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Sequence;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a sequence stands. Pure.
 *
 * @param value its last value
 * @param used whether that one was given out already
 */
record SequencePosition(long value, boolean used) {
    /**
     * Where a sample's sequence must stand: where the source's does, but never before a value that is in use. One that
     * begins anew at its end has greater values behind it, and stands where it stood.
     *
     * @param last where the source's stands, if that may be read
     * @param greatest the value that is furthest in its direction among those in use in the sample
     */
    static Optional<SequencePosition> wanted(
            Sequence sequence, Optional<SequencePosition> last, Optional<Long> greatest) {
        if (sequence.cycles() && last.isPresent()) {
            return last;
        }
        return Stream.concat(last.stream(), greatest.map(value -> new SequencePosition(value, true)).stream())
                .reduce((left, right) -> further(sequence, left, right));
    }

    private static SequencePosition further(Sequence sequence, SequencePosition left, SequencePosition right) {
        int comparison = Long.compare(left.value(), right.value()) * Long.signum(sequence.increment());
        if (comparison == 0) {
            return left.used() ? left : right;
        }
        return comparison > 0 ? left : right;
    }
}
