package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;

/**
 * Which values say whose they are, so that finding one elsewhere means that it got there from the source. A first name, a
 * city or a date stands in many places for reasons of its own. Pure.
 */
final class Telling {
    private static final int LEAST_CHARACTERS = 8;

    private Telling() {}

    static boolean is(String value, Masking masking) {
        // A word like "anonymous" is nobody's, in whatever column it stands.
        if (value.length() < LEAST_CHARACTERS || value.chars().allMatch(Character::isLetter)) {
            return false;
        }
        return switch (masking) {
            case Masking.Named(MaskerName name) ->
                switch (name) {
                    case FIRST_NAME, LAST_NAME, CITY, POSTCODE, COMPANY -> false;
                    case FULL_NAME, STREET -> value.strip().indexOf(' ') > 0;
                    case EMAIL,
                            USER_NAME,
                            PHONE,
                            IBAN,
                            CREDIT_CARD,
                            SSN,
                            TAX_ID,
                            IP,
                            MAC,
                            URL,
                            UUID,
                            SCRAMBLE,
                            REDACT,
                            HASH,
                            NULL,
                            BLANK -> true;
                };
            case Masking.EmailKeepingDomain email -> true;
            case Masking.Constant constant -> true;
            case Masking.Json json -> false;
            case Masking.ShiftDays shift -> false;
            case Masking.Noise noise -> false;
            case Masking.Sql sql -> false;
            case Masking.Keep keep -> false;
        };
    }
}
