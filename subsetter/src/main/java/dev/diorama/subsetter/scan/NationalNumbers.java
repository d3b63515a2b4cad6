package dev.diorama.subsetter.scan;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers by which states know persons. Those with a shape of their own are known wherever they stand; plain digits only
 * under a telling name. Pure.
 */
final class NationalNumbers {
    private static final Pattern US = Pattern.compile("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    private static final Pattern UK = Pattern.compile(
            "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]");
    private static final Pattern FRANCE =
            Pattern.compile("[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}");
    private static final Pattern SWEDEN =
            Pattern.compile("(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[-+]\\d{4}");
    private static final Pattern DENMARK = Pattern.compile("(?:[0-2]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}-\\d{4}");
    private static final Pattern ITALY =
            Pattern.compile("[A-Z]{6}\\d{2}[ABCDEHLMPRST](?:[04][1-9]|[1256]\\d|[37][01])[A-Z]\\d{3}[A-Z]");
    private static final Pattern SPAIN = Pattern.compile("(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]");
    private static final Pattern BRAZIL = Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
    private static final Pattern POLAND =
            Pattern.compile("\\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{5}");
    private static final Pattern ANY = Pattern.compile("[A-Z]{0,3} ?\\d[\\dA-Z ./-]{5,18}");
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private NationalNumbers() {}

    /** What it is, where its shape and its check digits leave little doubt. */
    static Optional<Category> of(String value) {
        if (value.length() < 9 || value.length() > 22) {
            return Optional.empty();
        }
        if (US.matcher(value).matches()
                || UK.matcher(value).matches()
                || isFrench(value)
                || (SWEDEN.matcher(value).matches() && isSwedish(value))
                || DENMARK.matcher(value).matches()
                || (POLAND.matcher(value).matches() && isPolish(value))) {
            return Optional.of(Category.SSN);
        }
        return ITALY.matcher(value).matches() || isSpanish(value) || isBrazilian(value)
                ? Optional.of(Category.TAX_ID)
                : Optional.empty();
    }

    /** Whether a value under the name of such a number looks like one. */
    static boolean looksLikeOne(String value) {
        return of(value).isPresent() || ANY.matcher(value).matches();
    }

    private static boolean isFrench(String value) {
        if (!FRANCE.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace(" ", "").replace("2A", "19").replace("2B", "18");
        BigInteger number = new BigInteger(digits.substring(0, 13));
        return 97 - number.mod(BigInteger.valueOf(97)).intValue() == Integer.parseInt(digits.substring(13));
    }

    private static boolean isSwedish(String value) {
        String digits = value.replace("-", "").replace("+", "");
        return CheckDigits.luhn(digits.substring(digits.length() - 10));
    }

    private static boolean isPolish(String value) {
        int sum = CheckDigits.weighted(value, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
        return (10 - sum % 10) % 10 == value.charAt(10) - '0';
    }

    private static boolean isSpanish(String value) {
        if (!SPAIN.matcher(value).matches()) {
            return false;
        }
        String digits =
                value.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
        return SPANISH_LETTERS.charAt(Integer.parseInt(digits) % 23) == value.charAt(value.length() - 1);
    }

    private static boolean isBrazilian(String value) {
        if (!BRAZIL.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace(".", "").replace("-", "");
        int one = CheckDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int two = CheckDigits.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return one == digits.charAt(9) - '0' && two == digits.charAt(10) - '0';
    }
}
