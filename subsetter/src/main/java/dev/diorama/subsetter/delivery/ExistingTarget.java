package dev.diorama.subsetter.delivery;

/** What is to happen where there is a database of the target's name already. */
public enum ExistingTarget {
    /** An empty one gives way; one that holds something ends the run before it reads anything. */
    REFUSE,
    /**
     * It gives way, whatever it holds, once the sample is finished and verified: sessions in it are ended, the sample
     * takes its name, owner, privileges and settings in one transaction, and it is dropped.
     */
    REPLACE
}
