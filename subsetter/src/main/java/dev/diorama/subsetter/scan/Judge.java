package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.words.Amounts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what a name says against what its values look like. Pure.
 *
 * @param meaning what the name says
 * @param subject whom or what the values are about, by the name itself, what surrounds it, or the table
 * @param profile what the values look like
 */
record Judge(Meaning meaning, Subject subject, Profile profile) {
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.5;
    private static final double FEW = 0.1;
    /** Fewer values with the looks of something may be chance. */
    private static final int ENOUGH = 3;

    private static final int ENOUGH_NAMES = 5;
    private static final double ENOUGH_OF_NAMES = 0.6;

    /** What values prove by themselves, the more telling first. */
    private static final List<Category> PROVEN = List.of(
            Category.PASSWORD,
            Category.TOKEN,
            Category.SECRET_URL,
            Category.EMAIL,
            Category.IBAN,
            Category.CREDIT_CARD,
            Category.MAC,
            Category.IP,
            Category.SSN,
            Category.TAX_ID,
            Category.PHONE);
    /** What the values under such a name are, if the name is right. */
    private static final Set<Category> CHECKED = EnumSet.of(
            Category.EMAIL,
            Category.IBAN,
            Category.CREDIT_CARD,
            Category.IP,
            Category.MAC,
            Category.PHONE,
            Category.URL);

    /** What values are even if their name speaks of something else: versions look like IP addresses, orders like phones. */
    private static final Set<Category> UNMISTAKABLE = EnumSet.of(
            Category.PASSWORD,
            Category.TOKEN,
            Category.SECRET_URL,
            Category.EMAIL,
            Category.IBAN,
            Category.CREDIT_CARD);

    private static final Set<Category> IN_TEXT = EnumSet.of(
            Category.EMAIL, Category.TOKEN, Category.IBAN, Category.CREDIT_CARD, Category.PHONE, Category.SSN);
    private static final double PASSAGES_OF_NAMES = 0.3;

    Optional<Verdict> verdict() {
        if (meaning.isImpersonal()) {
            return proven(Confidence.MEDIUM)
                    .filter(verdict -> UNMISTAKABLE.contains(verdict.category()))
                    .or(this::passages);
        }
        return named().or(() -> proven(Confidence.HIGH))
                .or(this::names)
                .or(this::passages)
                .or(this::secrets);
    }

    private Optional<Verdict> named() {
        Optional<Category> applicable = meaning.of(subject);
        if (applicable.isEmpty()) {
            return meaning.category()
                    .filter(category -> profile.values() >= ENOUGH && profile.share(category) >= MOST)
                    .filter(category -> category != Category.FREE_TEXT)
                    .map(category -> new Verdict(category, Confidence.MEDIUM, shareOf(category) + "; its name fits"));
        }
        Category category = applicable.get();
        if (category == Category.FREE_TEXT && passages().isPresent()) {
            return passages();
        }
        if (profile.values() == 0) {
            return Optional.of(
                    new Verdict(category, Confidence.MEDIUM, "its name says so; there are no values to look at"));
        }
        if (profile.flags() >= NEARLY_ALL * profile.values()) {
            return Optional.empty();
        }
        if (profile.share(category) >= MOST) {
            return Optional.of(new Verdict(category, Confidence.HIGH, shareOf(category) + "; its name says so too"));
        }
        Optional<Verdict> otherwise = proven(Confidence.HIGH);
        if (otherwise.isPresent()) {
            return otherwise;
        }
        if (CHECKED.contains(category)) {
            return Optional.of(new Verdict(
                    category,
                    profile.share(category) < FEW ? Confidence.LOW : Confidence.MEDIUM,
                    "its name says so, but only " + shareOf(category)));
        }
        if (category.isName() && profile.numbered() >= NEARLY_ALL * profile.values()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(category, byNameAlone(category), "its name says so" + context()));
    }

    private Confidence byNameAlone(Category category) {
        return switch (category) {
            case FREE_TEXT, SENSITIVE, COMPANY, SALARY -> Confidence.LOW;
            case PASSWORD, TOKEN, SESSION, BIRTH_DATE -> Confidence.HIGH;
            default -> Confidence.MEDIUM;
        };
    }

    private String context() {
        return switch (meaning.place()) {
            case ANYWHERE, NEVER -> "";
            case PERSON, BUSINESS, ADDRESS ->
                switch (subject) {
                    case PERSON -> ", and it belongs to a person";
                    case ORGANISATION -> ", and it belongs to a company";
                    case ADDRESS -> ", and it is part of an address";
                    case SESSION, THING, UNKNOWN -> "";
                };
        };
    }

    private Optional<Verdict> proven(Confidence most) {
        return PROVEN.stream()
                .filter(category ->
                        profile.share(category) >= MOST && profile.are(category) >= Math.min(ENOUGH, profile.values()))
                .max(Comparator.comparingDouble(profile::share)
                        .thenComparing(PROVEN::indexOf, Comparator.reverseOrder()))
                .map(category -> new Verdict(
                        category,
                        profile.share(category) >= NEARLY_ALL && profile.values() >= ENOUGH ? most : Confidence.MEDIUM,
                        shareOf(category)));
    }

    /** Names by the dictionary, where nothing but the values says so. */
    private Optional<Verdict> names() {
        if (subject == Subject.THING || profile.distinct() < ENOUGH_NAMES) {
            return Optional.empty();
        }
        return List.of(Category.FULL_NAME, Category.FIRST_NAME, Category.LAST_NAME).stream()
                .filter(category -> profile.share(category) >= ENOUGH_OF_NAMES)
                .max(Comparator.comparingDouble(profile::share))
                .map(category -> new Verdict(category, Confidence.MEDIUM, shareOf(category)));
    }

    private Optional<Verdict> passages() {
        Optional<Category> most = IN_TEXT.stream()
                .filter(category -> profile.hold(category) > 0)
                .max(Comparator.comparingInt(profile::hold));
        return most.map(category -> new Verdict(
                        category == Category.TOKEN ? Category.TOKEN : Category.FREE_TEXT,
                        profile.hold(category) >= ENOUGH || category == Category.TOKEN
                                ? Confidence.MEDIUM
                                : Confidence.LOW,
                        amount(profile.hold(category), profile.values())
                                + (profile.hold(category) == 1 ? " has " : " have ")
                                + category.plural() + " in "
                                + (profile.hold(category) == 1 ? "it" : "them")))
                .or(this::passagesOfNames);
    }

    private Optional<Verdict> passagesOfNames() {
        int texts = profile.hold(Category.FULL_NAME);
        return subject != Subject.THING
                        && !meaning.isImpersonal()
                        && texts >= ENOUGH
                        && texts >= PASSAGES_OF_NAMES * profile.values()
                ? Optional.of(new Verdict(
                        Category.FREE_TEXT,
                        Confidence.LOW,
                        amount(texts, profile.values()) + " have names of persons in them"))
                : Optional.empty();
    }

    private Optional<Verdict> secrets() {
        return profile.random() >= ENOUGH && profile.random() >= NEARLY_ALL * profile.values()
                ? Optional.of(new Verdict(
                        Category.TOKEN,
                        Confidence.LOW,
                        amount(profile.random(), profile.values()) + " look random, as secrets do"))
                : Optional.empty();
    }

    private String shareOf(Category category) {
        int are = profile.are(category);
        return amount(are, profile.values()) + (are == 1 ? " is " + category.singular() : " are " + category.plural());
    }

    private static String amount(int some, int all) {
        return "%s of %s".formatted(Amounts.count(some), Amounts.count(all, "value"));
    }
}
