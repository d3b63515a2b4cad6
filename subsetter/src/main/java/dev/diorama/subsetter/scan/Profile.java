package dev.diorama.subsetter.scan;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of a column, or at a path of documents, look like: counts, and no value. For one thread. */
final class Profile {
    private static final int LONGEST_WHOLE = 320;
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:/\\d{1,2})?");
    private static final Pattern IPV6 = Pattern.compile(
            "(?=.*::|(?:[^:]*:){7})(?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{0,4}|\\d+(?:\\.\\d+){3})(?:/\\d{1,3})?");
    private static final Pattern MAC =
            Pattern.compile("[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2})(?:\\1[0-9a-fA-F]{2}){4,6}");
    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FLAG = Pattern.compile("(?i)t|f|true|false|yes|no|y|n|on|off|-?\\d{1,3}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}");

    private static final Set<Category> NUMBERS =
            EnumSet.of(Category.CREDIT_CARD, Category.PHONE, Category.SSN, Category.TAX_ID);

    private final Optional<Category> named;
    private final Map<Category, Integer> whole = new EnumMap<>(Category.class);
    private final Map<Category, Integer> within = new EnumMap<>(Category.class);
    private final Set<Integer> distinct = new HashSet<>();
    private int values;
    private int flags;
    private int random;
    private int numbered;

    /** A profile of values whose name says {@code named}. */
    Profile(Optional<Category> named) {
        this.named = named;
    }

    void add(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return;
        }
        values++;
        distinct.add(value.hashCode());
        if (FLAG.matcher(value).matches()) {
            flags++;
            return;
        }
        Set<Category> isOne = value.length() <= LONGEST_WHOLE ? wholes(value) : EnumSet.noneOf(Category.class);
        isOne.forEach(category -> whole.merge(category, 1, Integer::sum));
        Set<Category> holds = value.length() < 6 ? EnumSet.noneOf(Category.class) : Passages.in(value);
        isOne.stream().filter(Category::isCredential).forEach(holds::add);
        // Of numbers without a word beside them some pass a check by chance, as order numbers do.
        if (value.chars().noneMatch(Character::isLetter)) {
            holds.removeAll(NUMBERS);
        }
        holds.forEach(category -> within.merge(category, 1, Integer::sum));
        if (Secrets.looksSecret(value)) {
            random++;
        }
        if (value.chars().anyMatch(Character::isDigit)) {
            numbered++;
        }
    }

    /** How many values have a digit, as the names of persons have none. */
    int numbered() {
        return numbered;
    }

    private Set<Category> wholes(String value) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        add(found, Category.EMAIL, Passages.isEmail(value));
        add(found, Category.IBAN, CheckDigits.isIban(value));
        add(found, Category.CREDIT_CARD, CheckDigits.isCard(value));
        add(
                found,
                Category.IP,
                IPV4.matcher(value).matches() || IPV6.matcher(value).matches());
        add(found, Category.MAC, MAC.matcher(value).matches());
        add(found, Category.TOKEN, Secrets.isToken(value));
        add(found, Category.PASSWORD, Secrets.isPasswordHash(value));
        add(found, Category.SECRET_URL, Secrets.isSecretUrl(value));
        add(found, Category.PHONE, PhoneNumbers.isPlain(value));
        NationalNumbers.of(value).ifPresent(found::add);
        // Reading all names takes its time, and many databases have nothing that looks like one.
        if (PersonNames.haveShapeOf(value)) {
            add(found, Category.FIRST_NAME, PersonNames.known().isFirst(value));
            add(found, Category.LAST_NAME, PersonNames.known().isLast(value));
            add(found, Category.FULL_NAME, PersonNames.known().isFull(value));
        }
        named.ifPresent(category -> add(found, category, isAsNamed(category, value)));
        return found;
    }

    private static void add(Set<Category> found, Category category, boolean is) {
        if (is) {
            found.add(category);
        }
    }

    /** What would be no proof by itself is one beside the name. */
    private static boolean isAsNamed(Category category, String value) {
        return switch (category) {
            case PHONE -> PhoneNumbers.looksLikeOne(value);
            case SSN, TAX_ID -> NationalNumbers.looksLikeOne(value);
            case PASSWORD -> Secrets.isDigest(value);
            case TOKEN, SESSION -> Secrets.looksRandom(value);
            case URL -> URL.matcher(value).matches();
            case BIRTH_DATE -> DATE.matcher(value).matches();
            default -> false;
        };
    }

    int values() {
        return values;
    }

    int distinct() {
        return distinct.size();
    }

    /** How many values are yes, no, or a small number: nothing that a name of personal data would mean. */
    int flags() {
        return flags;
    }

    /** How many values look random and long. */
    int random() {
        return random;
    }

    /** How many values are such, as a whole. */
    int are(Category category) {
        return whole.getOrDefault(category, 0);
    }

    /** How many values hold such, as a whole or among other words. */
    int hold(Category category) {
        return within.getOrDefault(category, 0);
    }

    double share(Category category) {
        return values == 0 ? 0 : (double) are(category) / values;
    }
}
