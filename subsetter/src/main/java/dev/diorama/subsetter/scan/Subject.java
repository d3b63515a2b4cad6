package dev.diorama.subsetter.scan;

/** Whom or what rows, or a group of keys in a document, are about. */
enum Subject {
    /** Customers, users, employees, authors. */
    PERSON,
    /** Companies, suppliers. */
    ORGANISATION,
    /** Addresses by themselves. */
    ADDRESS,
    /** Logins that are open. */
    SESSION,
    /** Products, countries, categories: nobody. */
    THING,
    UNKNOWN;

    boolean hasAddress() {
        return this == PERSON || this == ORGANISATION || this == ADDRESS;
    }
}
