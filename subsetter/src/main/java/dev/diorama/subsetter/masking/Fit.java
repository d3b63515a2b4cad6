package dev.diorama.subsetter.masking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which maskings fit which values. */
final class Fit {
    private static final Set<MaskerName> ALWAYS = EnumSet.of(MaskerName.NULL, MaskerName.BLANK);
    private static final Map<ValueKind, Set<MaskerName>> NAMES = Map.ofEntries(
            Map.entry(ValueKind.TEXT, EnumSet.allOf(MaskerName.class)),
            Map.entry(
                    ValueKind.INTEGER,
                    EnumSet.of(
                            MaskerName.PHONE,
                            MaskerName.POSTCODE,
                            MaskerName.CREDIT_CARD,
                            MaskerName.SSN,
                            MaskerName.TAX_ID,
                            MaskerName.SCRAMBLE,
                            MaskerName.REDACT)),
            Map.entry(ValueKind.DECIMAL, EnumSet.of(MaskerName.SCRAMBLE, MaskerName.REDACT)),
            Map.entry(ValueKind.UUID, EnumSet.of(MaskerName.UUID, MaskerName.SCRAMBLE, MaskerName.HASH)),
            Map.entry(ValueKind.INET, EnumSet.of(MaskerName.IP, MaskerName.SCRAMBLE)),
            Map.entry(ValueKind.CIDR, EnumSet.of(MaskerName.IP, MaskerName.SCRAMBLE)),
            Map.entry(ValueKind.MAC, EnumSet.of(MaskerName.MAC, MaskerName.SCRAMBLE)),
            Map.entry(ValueKind.JSON, EnumSet.of(MaskerName.SCRAMBLE, MaskerName.REDACT)),
            Map.entry(ValueKind.BYTES, EnumSet.of(MaskerName.SCRAMBLE, MaskerName.REDACT, MaskerName.HASH)));

    private static final Set<ValueKind> NOISE = EnumSet.of(ValueKind.TEXT, ValueKind.INTEGER, ValueKind.DECIMAL);
    private static final Set<ValueKind> SHIFT = EnumSet.of(ValueKind.TEXT, ValueKind.DATE, ValueKind.TIMESTAMP);
    private static final Set<ValueKind> JSON = EnumSet.of(ValueKind.TEXT, ValueKind.JSON);
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)nan|-?infinity|[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?");
    private static final Pattern DATE = Pattern.compile("-?infinity|\\d{4,7}-\\d\\d-\\d\\d.*");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TRUTH = Pattern.compile("(?i)t|true|f|false|y|yes|n|no|on|off|1|0");

    private Fit() {}

    /** Why it does not, to be read after the column's name; nothing if it does. */
    static Optional<String> misfit(Masking masking, ValueKind kind, int maxLength) {
        return switch (masking) {
            case Masking.Constant constant -> constant(constant.text(), kind, maxLength);
            case Masking.Json json when JSON.contains(kind) -> paths(json);
            case Masking.Sql sql -> Optional.empty();
            case Masking.Keep keep -> Optional.empty();
            default ->
                words(kind).contains(word(masking))
                        ? Optional.empty()
                        : Optional.of("has %s, which %s does not mask; possible are %s"
                                .formatted(kind.plural(), word(masking), String.join(", ", words(kind))));
        };
    }

    /** How a configuration calls a masking. */
    private static String word(Masking masking) {
        return switch (masking) {
            case Masking.Named named -> named.name().word();
            case Masking.EmailKeepingDomain email -> MaskerName.EMAIL.word();
            case Masking.ShiftDays shift -> "shift-days";
            case Masking.Noise noise -> "noise";
            case Masking.Constant constant -> "constant";
            case Masking.Sql sql -> "sql";
            case Masking.Json json -> "json";
            case Masking.Keep keep -> "keep";
        };
    }

    /** What fits values of a kind. */
    private static List<String> words(ValueKind kind) {
        List<String> words = new ArrayList<>();
        for (MaskerName name : MaskerName.values()) {
            if (NAMES.getOrDefault(kind, Set.of()).contains(name) || ALWAYS.contains(name)) {
                words.add(name.word());
            }
        }
        if (SHIFT.contains(kind)) {
            words.add("shift-days");
        }
        if (NOISE.contains(kind)) {
            words.add("noise");
        }
        if (JSON.contains(kind)) {
            words.add("json");
        }
        words.addAll(List.of("constant", "sql", "keep"));
        return words;
    }

    private static Optional<String> constant(String text, ValueKind kind, int maxLength) {
        int length = text.codePointCount(0, text.length());
        if (!isOf(kind, text)) {
            return Optional.of("has %s, and the constant is none".formatted(kind.plural()));
        }
        return maxLength > 0 && length > maxLength
                ? Optional.of("holds %d characters, and the constant has %d".formatted(maxLength, length))
                : Optional.empty();
    }

    private static boolean isOf(ValueKind kind, String text) {
        return switch (kind) {
            case INTEGER -> WHOLE.matcher(text).matches();
            case DECIMAL -> NUMBER.matcher(text).matches();
            case DATE, TIMESTAMP -> DATE.matcher(text).matches();
            case UUID -> UUID.matcher(text).matches();
            case BOOLEAN -> TRUTH.matcher(text).matches();
            case JSON -> JsonDocument.isJson(text);
            case TEXT, INET, CIDR, MAC, BYTES, OTHER -> true; // a trial run shows it
        };
    }

    private static Optional<String> paths(Masking.Json json) {
        for (Map.Entry<String, Masking> path : json.paths().entrySet()) {
            if (JsonPath.of(path.getKey()).isEmpty()) {
                return Optional.of("has the path \"%s\", which is none; paths are like $.a.b, $.a[*].b and $..b"
                        .formatted(path.getKey()));
            }
            if (path.getValue() instanceof Masking.Sql) {
                return Optional.of(
                        "has sql at the path \"%s\", which cannot be inside a document; write sql for the column"
                                .formatted(path.getKey()));
            }
            Optional<String> inner = misfit(path.getValue(), ValueKind.TEXT, 0);
            if (inner.isPresent()) {
                return inner.map(reason -> "at the path \"%s\" %s".formatted(path.getKey(), reason));
            }
        }
        return Optional.empty();
    }
}
