package dev.diorama.subsetter.scan;

import static dev.diorama.subsetter.masking.MaskerName.BLANK;
import static dev.diorama.subsetter.masking.MaskerName.SCRAMBLE;

import dev.diorama.subsetter.masking.MaskerName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding is. */
public enum Category {
    EMAIL("an e-mail address", "e-mail addresses", MaskerName.EMAIL),
    FULL_NAME("a person's name", "names of persons", MaskerName.FULL_NAME),
    FIRST_NAME("a first name", "first names", MaskerName.FIRST_NAME),
    LAST_NAME("a last name", "last names", MaskerName.LAST_NAME),
    USER_NAME("a user name", "user names", MaskerName.USER_NAME),
    PHONE("a phone number", "phone numbers", MaskerName.PHONE),
    STREET("a street address", "street addresses", MaskerName.STREET),
    CITY("the city of an address", "cities of addresses", MaskerName.CITY),
    POSTCODE("the postcode of an address", "postcodes of addresses", MaskerName.POSTCODE),
    COMPANY("a company's name", "names of companies", MaskerName.COMPANY),
    IBAN("an IBAN", "IBANs", MaskerName.IBAN),
    BANK_ACCOUNT("a bank account", "bank accounts", SCRAMBLE),
    CREDIT_CARD("a credit card number", "credit card numbers", MaskerName.CREDIT_CARD),
    SSN("a social security number", "social security numbers", MaskerName.SSN),
    TAX_ID("a tax number", "tax numbers", MaskerName.TAX_ID),
    ID_DOCUMENT("the number of an identity document", "numbers of identity documents", SCRAMBLE),
    IP("an IP address", "IP addresses", MaskerName.IP),
    MAC("a MAC address", "MAC addresses", MaskerName.MAC),
    URL("a personal URL", "personal URLs", MaskerName.URL),
    BIRTH_DATE("a date of birth", "dates of birth", SCRAMBLE),
    SALARY("a salary", "salaries", SCRAMBLE),
    SENSITIVE("a sensitive trait of a person", "sensitive traits of persons", BLANK),
    PICTURE("a picture of a person", "pictures of persons", BLANK),
    FREE_TEXT("a text about a person", "texts about persons", SCRAMBLE),
    PASSWORD("a password or its hash", "password hashes", BLANK),
    TOKEN("a token or a secret", "tokens or secrets", BLANK),
    SECRET_URL("a URL with a secret in it", "URLs with secrets in them", BLANK),
    SESSION("a session", "sessions", BLANK);

    private final String singular;
    private final String plural;
    private final MaskerName masker;

    Category(String singular, String plural, MaskerName masker) {
        this.singular = singular;
        this.plural = plural;
        this.masker = masker;
    }

    /** One of it, with its article. */
    public String singular() {
        return singular;
    }

    /** Several of it. */
    public String plural() {
        return plural;
    }

    /** Whether it opens a door: no mask of it is of any use. */
    public boolean isCredential() {
        return switch (this) {
            case PASSWORD, TOKEN, SECRET_URL, SESSION -> true;
            case EMAIL,
                    FULL_NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    USER_NAME,
                    PHONE,
                    STREET,
                    CITY,
                    POSTCODE,
                    COMPANY,
                    IBAN,
                    BANK_ACCOUNT,
                    CREDIT_CARD,
                    SSN,
                    TAX_ID,
                    ID_DOCUMENT,
                    IP,
                    MAC,
                    URL,
                    BIRTH_DATE,
                    SALARY,
                    SENSITIVE,
                    PICTURE,
                    FREE_TEXT -> false;
        };
    }

    /** Whether it is what a person is called. */
    boolean isName() {
        return this == FULL_NAME || this == FIRST_NAME || this == LAST_NAME;
    }

    /** As a table of findings shows it, like {@code first-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What masks texts of it. */
    MaskerName masker() {
        return masker;
    }

    static Optional<Category> of(String word) {
        return Arrays.stream(values())
                .filter(category -> category.word().equals(word))
                .findFirst();
    }
}
