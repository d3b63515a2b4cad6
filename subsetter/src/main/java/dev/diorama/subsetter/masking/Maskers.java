package dev.diorama.subsetter.masking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Makes maskers for one key. Several threads may use one.
 *
 * <p>Every masker has a key of its own, which the masker's name is made of, not the column's: so a value gets the same mask
 * in each column that has the same masking. Masks are made with HMAC-SHA-256 of the value and with permutations
 * whose rounds are SipHash-2-4 ({@link Draws}, {@link Permutation}); without the key they are neither undone nor confirmed.
 */
public final class Maskers {
    private final MaskKey key;
    private final Pools pools;
    private final Handles handles;

    /**
     * Maskers.
     *
     * @param locale whose names, streets and companies masks have
     */
    public Maskers(MaskKey key, Locale locale) {
        this.key = key;
        this.pools = new Pools(locale);
        this.handles = new Handles(pools);
    }

    /** Why a masking cannot be used for such values, to be read after the column's name; nothing if it can. */
    public static Optional<String> misfit(Masking masking, ValueKind kind) {
        return misfit(masking, kind, 0);
    }

    /**
     * Why a masking cannot be used for such values, to be read after the column's name; nothing if it can.
     *
     * @param maxLength how many characters a mask may have; 0 for any number
     */
    public static Optional<String> misfit(Masking masking, ValueKind kind, int maxLength) {
        return Fit.misfit(masking, kind, maxLength);
    }

    /** Masks the elements of an array, of any number of dimensions, in PostgreSQL's text form; nulls in it stay. */
    public static Masker elementwise(Masker element, char delimiter) {
        return new ArrayElements(element, delimiter);
    }

    /**
     * A masker.
     *
     * @param masking one that has no {@link #misfit}; not {@code keep}, {@code sql}
     * @param kind what the values are; of an array, what its elements are
     * @param maxLength how many characters a mask may have; 0 for any number
     */
    public Masker masker(Masking masking, ValueKind kind, int maxLength) {
        return masker(masking, kind, maxLength, (value, how) -> {});
    }

    /**
     * A masker that tells of each text within a document that it masks, and how.
     *
     * @param seen is told of them; it must not keep them
     */
    public Masker masker(Masking masking, ValueKind kind, int maxLength, BiConsumer<String, Masking> seen) {
        misfit(masking, kind, maxLength).ifPresent(reason -> {
            throw new IllegalArgumentException("The column " + reason);
        });
        return switch (masking) {
            case Masking.Named named -> named(named.name(), kind, maxLength);
            case Masking.EmailKeepingDomain email -> email(UnaryOperator.identity());
            case Masking.ShiftDays shift -> shift(shift.most(), kind);
            case Masking.Noise noise -> new Noise(draws("noise"), scramble("noise"), noise.share());
            case Masking.Constant constant -> (value, subject, attempt) -> constant.text();
            case Masking.Json json -> json(json, kind, seen);
            case Masking.Sql sql -> throw new IllegalArgumentException("The source computes sql");
            case Masking.Keep keep -> throw new IllegalArgumentException("Nothing masks what is kept");
        };
    }

    private Masker named(MaskerName name, ValueKind kind, int maxLength) {
        return switch (kind) {
            case TEXT -> text(name, maxLength);
            case INTEGER, DECIMAL -> number(name);
            case UUID -> name == MaskerName.HASH ? uuidHash() : typed(name, MaskerName.UUID);
            case INET, CIDR -> typed(name, MaskerName.IP);
            case MAC -> typed(name, MaskerName.MAC);
            case JSON -> document(name);
            case BYTES -> bytes(name);
            case DATE, TIMESTAMP, BOOLEAN, OTHER -> nothing();
        };
    }

    /** What a type's own masker masks, whether it is called by its name or not. */
    private Masker typed(MaskerName name, MaskerName own) {
        return switch (name) {
            case NULL, BLANK -> nothing();
            default -> text(own, 0);
        };
    }

    private Masker text(MaskerName name, int maxLength) {
        String word = name.word();
        return switch (name) {
            case EMAIL -> email(domains()::mask);
            case FULL_NAME -> new WordByWord(firstName(), lastName());
            case FIRST_NAME -> new WordByWord(firstName(), firstName());
            case LAST_NAME -> new WordByWord(lastName(), lastName());
            case USER_NAME -> new UserName(draws(word), handles, email(domains()::mask), scramble(word));
            case PHONE -> new PhoneNumber(permutation(word));
            case STREET -> new Street(new PooledName(pools::streets, draws(word), scramble(word)), scramble(word));
            case CITY -> new PooledName(pools::cities, draws(word), scramble(word));
            case COMPANY -> new PooledName(pools::companies, draws(word), scramble(word));
            case IBAN -> new Iban(permutation(word));
            case CREDIT_CARD -> new CreditCard(draws(word), scramble(word));
            case SSN, TAX_ID -> new TaxNumber(permutation(word));
            case IP -> addresses();
            case MAC -> new MacAddress(permutation(word));
            case URL -> new Url(permutation(word), domains(), addresses());
            case UUID -> new UuidMask(permutation(word));
            case POSTCODE, SCRAMBLE -> scramble(word);
            case REDACT -> new Redaction();
            case HASH -> new Hash(draws(word), maxLength);
            case NULL, BLANK -> nothing();
        };
    }

    private Masker number(MaskerName name) {
        return switch (name) {
            case NULL, BLANK -> nothing();
            case REDACT -> new NumberRedaction();
            case CREDIT_CARD -> new CreditCard(draws(name.word()), new NumberScramble(permutation(name.word())));
            default -> new NumberScramble(permutation(name.word()));
        };
    }

    private Masker bytes(MaskerName name) {
        return switch (name) {
            case SCRAMBLE -> Bytes.scramble(permutation(name.word()));
            case REDACT -> Bytes.redaction();
            case HASH -> Bytes.hash(new Hash(draws(name.word()), 0));
            default -> nothing();
        };
    }

    private Masker uuidHash() {
        Hash hash = new Hash(draws(MaskerName.HASH.word()), 0);
        return (value, subject, attempt) ->
                hash.mask(value, subject, attempt).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private Masker shift(int most, ValueKind kind) {
        return kind == ValueKind.TEXT
                ? new DateShift(draws("shift-days"), most, scramble("shift-days"))
                : DateShift.ofDates(draws("shift-days"), most);
    }

    private Masker document(MaskerName name) {
        return switch (name) {
            case NULL, BLANK -> nothing();
            default -> json("$", new Masking.Named(name));
        };
    }

    private Masker json(String path, Masking masking) {
        return json(new Masking.Json(Map.of(path, masking)), ValueKind.JSON, (value, how) -> {});
    }

    private Masker json(Masking.Json json, ValueKind kind, BiConsumer<String, Masking> seen) {
        List<JsonDocument.Rule> rules = json.paths().entrySet().stream()
                .map(entry -> new JsonDocument.Rule(
                        JsonPath.of(entry.getKey()).orElseThrow(), scalars(entry.getValue(), seen)))
                .toList();
        Masker noDocument = (value, subject, attempt) -> "null";
        return new JsonDocument(rules, kind == ValueKind.TEXT ? scramble("json") : noDocument);
    }

    private JsonScalars scalars(Masking masking, BiConsumer<String, Masking> seen) {
        if (masking instanceof Masking.Keep) {
            return JsonScalars.STAYING;
        }
        Masker silent = masker(masking, ValueKind.TEXT, 0);
        Masker texts = (value, subject, attempt) -> {
            seen.accept(value, masking);
            return silent.mask(value, subject, attempt);
        };
        return switch (masking) {
            case Masking.Constant constant -> {
                StringBuilder text = new StringBuilder();
                JsonScalars.append(text, constant.text());
                String numeric = JsonDocument.isJson(constant.text()) ? constant.text() : text.toString();
                yield new JsonScalars(texts, (value, subject, attempt) -> numeric, numeric);
            }
            case Masking.Noise noise -> new JsonScalars(texts, texts, "false");
            case Masking.Named named
            when named.name() == MaskerName.NULL || named.name() == MaskerName.BLANK ->
                new JsonScalars(texts, texts, "null");
            case Masking.Named named
            when named.name() == MaskerName.REDACT -> new JsonScalars(texts, new NumberRedaction(), "false");
            default -> new JsonScalars(texts, new NumberScramble(permutation("scramble")), "false");
        };
    }

    private Masker email(UnaryOperator<String> ofDomains) {
        String word = MaskerName.EMAIL.word();
        return new EmailAddress(draws(word), handles, ofDomains, permutation(word));
    }

    private Domains domains() {
        return new Domains(draws("domain"), handles, scramble("domain"));
    }

    private IpAddress addresses() {
        String word = MaskerName.IP.word();
        return new IpAddress(permutation(word), draws(word));
    }

    private PooledName firstName() {
        String word = MaskerName.FIRST_NAME.word();
        return new PooledName(pools::firstNames, draws(word), scramble(word));
    }

    private PooledName lastName() {
        String word = MaskerName.LAST_NAME.word();
        return new PooledName(pools::lastNames, draws(word), scramble(word));
    }

    private Scramble scramble(String word) {
        return new Scramble(permutation(word));
    }

    private Permutation permutation(String word) {
        return new Permutation(key.derived(word));
    }

    private Draws draws(String word) {
        return new Draws(key.derived(word));
    }

    private static Masker nothing() {
        return (value, subject, attempt) -> null;
    }
}
