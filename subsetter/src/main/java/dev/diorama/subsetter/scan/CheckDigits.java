package dev.diorama.subsetter.scan;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers that prove themselves by a check digit, or that only have one shape. Pure.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Luhn_algorithm">Luhn</a>
 * @see <a href="https://www.swift.com/standards/data-standards/iban-international-bank-account-number">IBAN registry</a>
 */
final class CheckDigits {
    private static final Pattern CARD = Pattern.compile(
            "(?:4(?:\\d{12}|\\d{15}|\\d{18})|(?:5[1-5]|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d*"
                    + "|3[47]\\d{13}|(?:6011|65\\d\\d|64[4-9]\\d)\\d{12}|35(?:2[89]|[3-8]\\d)\\d{12}|3(?:0[0-5]|[68]\\d)\\d{11})");
    private static final Pattern GROUPED = Pattern.compile("\\d{12,19}|\\d{3,6}(?:[ -]\\d{2,7})+");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final int SIXTEEN = 16;
    /** How long the IBANs of each country are. */
    private static final Set<String> IBAN_LENGTHS = Set.of(
            """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28
            EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26
            IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30
            NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23
            TN24 TR26 UA29 VA22 VG24 XK20"""
                    .split("\\s+"));

    private CheckDigits() {}

    /** Whether it is the number of a payment card: brand, length and check digit. */
    static boolean isCard(String value) {
        if (value.length() < 13
                || value.length() > 23
                || !GROUPED.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace(" ", "").replace("-", "");
        char brand = digits.charAt(0);
        return CARD.matcher(digits).matches()
                && (digits.length() == SIXTEEN || (brand != '5' && brand != '2'))
                && luhn(digits);
    }

    /** Whether it is an IBAN: country, length and check digits. */
    static boolean isIban(String value) {
        if (value.length() < 15 || value.length() > 42) {
            return false;
        }
        String iban = value.replace(" ", "");
        if (!IBAN.matcher(iban).matches() || !IBAN_LENGTHS.contains(iban.substring(0, 2) + iban.length())) {
            return false;
        }
        String turned = iban.substring(4) + iban.substring(0, 4);
        return turned.chars()
                        .map(character -> Character.digit(character, 36))
                        .reduce(0, (rest, digit) -> (rest * (digit > 9 ? 100 : 10) + digit) % 97)
                == 1;
    }

    /** Whether the last digit fits the others. */
    static boolean luhn(String digits) {
        return IntStream.range(0, digits.length())
                                .map(i -> {
                                    int digit = digits.charAt(digits.length() - 1 - i) - '0';
                                    int doubled = i % 2 == 0 ? digit : 2 * digit;
                                    return doubled > 9 ? doubled - 9 : doubled;
                                })
                                .sum()
                        % 10
                == 0;
    }

    /** The weighted sum of the first digits. */
    static int weighted(String digits, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * (digits.charAt(i) - '0'))
                .sum();
    }
}
