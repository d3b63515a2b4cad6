package dev.diorama.subsetter.scan;

/**
 * What a column, or what is at a path, is.
 *
 * @param category what it is
 * @param confidence how sure that is
 * @param reason why, without any value
 */
record Verdict(Category category, Confidence confidence, String reason) {
    /** The same where the persons want to be known by their names, as actors do. */
    Verdict ofPublishedPersons() {
        return new Verdict(
                category,
                confidence == Confidence.HIGH ? Confidence.MEDIUM : Confidence.LOW,
                reason + "; but such names are often public");
    }
}
