package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table is about, by its name and by the columns that it has. Pure.
 *
 * @param subject whom or what
 * @param hasStreet whether a street stands in it, beside which a city is part of an address
 * @param names of first and last names, those that have columns of their own
 */
record Context(Subject subject, boolean hasStreet, Set<Category> names) {
    /** What only a person has. */
    static final Set<Category> OF_PERSONS =
            EnumSet.of(Category.FIRST_NAME, Category.LAST_NAME, Category.BIRTH_DATE, Category.SSN, Category.PASSWORD);
    /** What only a table of open logins has beside its keys. */
    private static final Set<String> OF_SESSIONS = Set.of(
            "ipaddress",
            "useragent",
            "lastactivity",
            "expires",
            "expiresat",
            "expire",
            "expiredate",
            "expirydate",
            "payload",
            "sessiondata",
            "sess",
            "sessionkey",
            "token",
            "lastaccessed",
            "lastseenat",
            "lastseen");

    static Context of(Table table) {
        Set<Category> meanings = table.columns().stream()
                .map(column -> Vocabulary.WORDS.meaning(column.name()))
                .filter(meaning -> meaning.place() == Meaning.Place.ANYWHERE)
                .flatMap(meaning -> meaning.category().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
        Subject named = Vocabulary.WORDS.subject(table.name().table());
        Subject subject = subject(named, table, meanings);
        boolean hasStreet = meanings.contains(Category.STREET);
        meanings.retainAll(EnumSet.of(Category.FIRST_NAME, Category.LAST_NAME));
        return new Context(subject, hasStreet, meanings);
    }

    private static Subject subject(Subject named, Table table, Set<Category> meanings) {
        return switch (named) {
            case SESSION ->
                table.columns().stream().map(Column::name).anyMatch(Context::isOfSession)
                        ? Subject.SESSION
                        : Subject.UNKNOWN;
            case UNKNOWN -> meanings.stream().anyMatch(OF_PERSONS::contains) ? Subject.PERSON : Subject.UNKNOWN;
            case PERSON, ORGANISATION, ADDRESS, THING -> named;
        };
    }

    private static boolean isOfSession(String column) {
        return OF_SESSIONS.contains(String.join("", NameWords.of(column).words()));
    }

    /** Beside a first name, what is only called a name is the last one, and the other way round. */
    Meaning amongNames(Meaning meaning) {
        boolean plain = meaning.place() == Meaning.Place.PERSON
                && meaning.category().equals(Optional.of(Category.FULL_NAME))
                && names.size() == 1;
        Category other = names.contains(Category.FIRST_NAME) ? Category.LAST_NAME : Category.FIRST_NAME;
        return plain ? new Meaning(Optional.of(other), meaning.place(), meaning.subject()) : meaning;
    }

    /** Whom or what a column is about. */
    Subject of(Meaning meaning) {
        if (meaning.subject() != Subject.UNKNOWN) {
            return meaning.subject();
        }
        return hasStreet && meaning.place() == Meaning.Place.ADDRESS && !subject.hasAddress()
                ? Subject.ADDRESS
                : subject;
    }
}
