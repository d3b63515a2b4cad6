package dev.diorama.subsetter.scan;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/** What is a phone number, by libphonenumber. Several threads may ask. */
final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";
    private static final Pattern SHAPE = Pattern.compile(
            "(?=(?:\\D*\\d){6,15}\\D*$)[+(]{0,2}\\d[\\d ()./-]{4,24}(?:(?: ?x| ?ext\\.?| ?#) ?\\d{1,6})?");
    private static final Pattern AMERICAN = Pattern.compile("(?:\\(\\d{3}\\) ?|\\d{3}[-.])\\d{3}[-.]\\d{4}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+\\d[\\d ()./-]{6,24}");

    private PhoneNumbers() {}

    /** Whether it is one wherever it stands: with its country's code, or in the American way of writing. */
    static boolean isPlain(String value) {
        return (INTERNATIONAL.matcher(value).matches() && isValid(value, NO_REGION))
                || (AMERICAN.matcher(value).matches() && isValid(value, "US"));
    }

    /** Whether a value under the name of a phone number has the looks of one. */
    static boolean looksLikeOne(String value) {
        return SHAPE.matcher(value).matches();
    }

    private static boolean isValid(String value, String region) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(value, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
