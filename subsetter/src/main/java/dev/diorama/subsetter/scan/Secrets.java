package dev.diorama.subsetter.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What opens doors: hashes of passwords, tokens and keys. Pure. */
final class Secrets {
    /** Tokens that say by their first letters whose they are. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|glpat-[\\w-]{18,}|(?:sk|rk|pk)_(?:live|test)_\\w{8,}"
                    + "|whsec_\\w{16,}|(?:AKIA|ASIA)[A-Z0-9]{16}|xox[abeoprs]-[\\w-]{8,}|xapp-[\\w-]{10,}|AIza[\\w-]{35}"
                    + "|ya29\\.[\\w-]{20,}|npm_[A-Za-z0-9]{36}|pypi-[\\w-]{40,}|SG\\.[\\w-]{16,}\\.[\\w-]{16,}|hf_[A-Za-z0-9]{30,}"
                    + "|sk-(?:proj-|ant-)?[\\w-]{20,}|dop_v1_[a-f0-9]{64}|shpat_[a-fA-F0-9]{32}|EAA[A-Za-z0-9]{40,}"
                    + "|eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*)");

    /** One of these is in every text that holds one: to look for them costs a tenth. */
    private static final List<String> BEGINNINGS = List.of(
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "_live_",
            "_test_",
            "whsec_",
            "AKIA",
            "ASIA",
            "xox",
            "xapp-",
            "AIza",
            "ya29.",
            "npm_",
            "pypi-",
            "SG.",
            "hf_",
            "sk-",
            "dop_v1_",
            "shpat_",
            "EAA",
            "eyJ",
            "PRIVATE KEY");

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern PASSWORD_HASH = Pattern.compile(
            "(?:\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}|\\$argon2(?:id|i|d)\\$.+|\\$(?:1|5|6|7|y|md5|scrypt|pbkdf2[\\w-]*)\\$.+"
                    + "|\\$[PH]\\$[./A-Za-z0-9]{31}|pbkdf2_sha\\d+\\$.+|pbkdf2:sha\\d+:.+|bcrypt(?:_sha256)?\\$.+|argon2\\$argon2.+"
                    + "|scrypt:\\d+:.+|scrypt\\$.+|SCRAM-SHA-(?:1|256)\\$.+|\\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT|PBKDF2[\\w-]*|BCRYPT|bcrypt|noop)}.+"
                    + "|(?:sha1|sha256|md5)\\$\\w*\\$[0-9a-f]+)");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Set<Integer> HASH_LENGTHS = Set.of(16, 32, 40, 56, 64, 96, 128);
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_+/=.~-]{16,}");
    private static final Pattern SECRET_URL = Pattern.compile(
            "[a-z][a-z0-9+.-]*://(?:[^\\s/@:]*:[^\\s/@]+@\\S+|\\S+[?&](?:access_token|token|api_?key|auth|key|secret|password|pwd|sig"
                    + "|signature|code|X-Amz-Signature|session_?id)=[^\\s&]{6,}\\S*)",
            Pattern.CASE_INSENSITIVE);
    /** Bits for each character: text has less, random hexadecimal digits of such lengths have more. */
    private static final double RANDOM_HEX = 3.0;

    private static final double RANDOM_LETTERS = 3.8;
    private static final int LONG = 24;

    private Secrets() {}

    /** Whether a known kind of token or a private key begins here. */
    static boolean isToken(String value) {
        return KNOWN.matcher(value).matches() || PRIVATE_KEY.matcher(value).lookingAt();
    }

    /** Whether there is one somewhere in a text. */
    static boolean holdsToken(String text) {
        return BEGINNINGS.stream().anyMatch(text::contains)
                && (KNOWN.matcher(text).results().anyMatch(match -> isWordStart(text, match.start()))
                        || PRIVATE_KEY.matcher(text).find());
    }

    private static boolean isWordStart(String text, int start) {
        return start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    }

    /** Whether it is written as password hashes are. */
    static boolean isPasswordHash(String value) {
        return PASSWORD_HASH.matcher(value).matches();
    }

    /** Whether a value under the name of a password is a hash. */
    static boolean isDigest(String value) {
        return HASH_LENGTHS.contains(value.length()) && HEX.matcher(value).matches();
    }

    /** Whether a URL holds a password or a token. */
    static boolean isSecretUrl(String value) {
        return SECRET_URL.matcher(value).matches();
    }

    /** Whether a value under the name of a token looks as if nobody had thought of it. */
    static boolean looksRandom(String value) {
        return RANDOM.matcher(value).matches()
                && entropy(value) >= (HEX.matcher(value).matches() ? RANDOM_HEX : RANDOM_LETTERS - 0.6);
    }

    /** Whether it looks random under any name: long, with capital and small letters and digits. */
    static boolean looksSecret(String value) {
        return value.length() >= LONG
                && RANDOM.matcher(value).matches()
                && value.chars().filter(Character::isDigit).count() >= 3
                && value.chars().filter(Character::isUpperCase).count() >= 3
                && value.chars().filter(Character::isLowerCase).count() >= 3
                && entropy(value) >= RANDOM_LETTERS;
    }

    /** Shannon's entropy of a text's characters, in bits for each. */
    static double entropy(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.chars().forEach(character -> counts.merge(character, 1, Integer::sum));
        double length = text.length();
        return counts.values().stream()
                .mapToDouble(count -> -count / length * Math.log(count / length) / Math.log(2))
                .sum();
    }
}
