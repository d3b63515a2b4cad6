package dev.diorama.subsetter.scan;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds personal data and secrets inside longer texts. Several threads may use it. */
final class Passages {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.+-])[\\p{L}\\d_][\\p{L}\\d._%+'-]{0,63}@(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,62})\\.)+\\p{L}{2,24}(?![\\w@])");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w+])\\+\\d[\\d ()./-]{6,22}\\d(?!\\w)|(?<![\\w-])\\(?\\d{3}\\)?[ .-]\\d{3}[.-]\\d{4}(?![\\w-])");
    private static final Pattern CARD = Pattern.compile("(?<![\\w.-])\\d{4}(?:[ -]?\\d{2,7}){2,5}(?![\\w-])");
    private static final Pattern IBAN = Pattern.compile("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?!\\w)");
    private static final Pattern SSN = Pattern.compile("(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])");
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}'’])(\\p{Lu}\\p{Ll}[\\p{L}-]+) (?:(?:von|van|de|der|di|da|\\p{Lu}\\.) ){0,2}(\\p{Lu}\\p{Ll}[\\p{L}-]+)");
    private static final Pattern LONG_WORD = Pattern.compile("\\d{13,}|[A-Z]{2}\\d{2}");

    /** What is looked for has so many digits at least. */
    private static final int DIGITS = 8;

    private Passages() {}

    /** Whether the whole value is an e-mail address. */
    static boolean isEmail(String value) {
        return value.indexOf('@') > 0 && EMAIL.matcher(value).matches();
    }

    /** What is in a text, as a whole or among other words. */
    static Set<Category> in(String text) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        if (text.indexOf('@') >= 0 && EMAIL.matcher(text).find()) {
            found.add(Category.EMAIL);
        }
        if (Secrets.holdsToken(text)) {
            found.add(Category.TOKEN);
        }
        if (text.chars().filter(Character::isDigit).limit(DIGITS).count() == DIGITS) {
            addNumbers(text, found);
        }
        if (NAME.matcher(text).results().anyMatch(match -> PersonNames.known()
                .areFirstAndLast(match.group(1), match.group(2)))) {
            found.add(Category.FULL_NAME);
        }
        return found;
    }

    private static void addNumbers(String text, Set<Category> found) {
        if (PHONE.matcher(text).results().anyMatch(match -> PhoneNumbers.isPlain(match.group()))) {
            found.add(Category.PHONE);
        }
        if (SSN.matcher(text).results().anyMatch(match -> NationalNumbers.of(match.group())
                .isPresent())) {
            found.add(Category.SSN);
        }
        if (CARD.matcher(text).results().anyMatch(match -> CheckDigits.isCard(match.group()))) {
            found.add(Category.CREDIT_CARD);
        }
        if (LONG_WORD.matcher(text).find()
                && IBAN.matcher(text).results().anyMatch(match -> startsWithIban(match.group()))) {
            found.add(Category.IBAN);
        }
    }

    /** The pattern may have taken words behind an IBAN that is written in groups. */
    private static boolean startsWithIban(String match) {
        for (int end = match.length(); end >= 15; end = match.lastIndexOf(' ', end - 1)) {
            if (CheckDigits.isIban(match.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
