package dev.diorama.subsetter.scan;

import java.util.Optional;

/**
 * What the name of a column or of a key says about its values.
 *
 * @param category what it means
 * @param place whether it means that here
 * @param subject whose it is, as far as the name itself says so
 */
record Meaning(Optional<Category> category, Place place, Subject subject) {
    static final Meaning NOTHING = new Meaning(Optional.empty(), Place.ANYWHERE, Subject.UNKNOWN);
    /** The name says that its values are of no person. */
    static final Meaning IMPERSONAL = new Meaning(Optional.empty(), Place.NEVER, Subject.THING);

    /** Where a name means something. */
    enum Place {
        ANYWHERE,
        PERSON,
        BUSINESS,
        ADDRESS,
        NEVER;

        boolean admits(Subject subject) {
            return switch (this) {
                case ANYWHERE -> true;
                case PERSON -> subject == Subject.PERSON;
                case BUSINESS -> subject == Subject.PERSON || subject == Subject.ORGANISATION;
                case ADDRESS -> subject.hasAddress();
                case NEVER -> false;
            };
        }
    }

    /** What it means for such a subject. */
    Optional<Category> of(Subject whose) {
        return category.filter(meant -> place.admits(whose));
    }

    boolean isImpersonal() {
        return place == Place.NEVER;
    }
}
