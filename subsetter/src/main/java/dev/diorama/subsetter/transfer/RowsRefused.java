package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.failure.SubsetException;

/** The target took none of some rows, and may take them when other tables have theirs. Both connections can go on. */
final class RowsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SubsetException failure;

    RowsRefused(SubsetException failure) {
        super(failure);
        this.failure = failure;
    }

    /** What to say if no table's rows change the target's mind. */
    SubsetException failure() {
        return failure;
    }
}
