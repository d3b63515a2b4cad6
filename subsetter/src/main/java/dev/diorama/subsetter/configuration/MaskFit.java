package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Maskers;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.masking.ValueKind;
import dev.diorama.subsetter.yaml.NearestWord;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether masks of a kind can stand in a column, as far as its type, its key and its constraints by name tell. */
public final class MaskFit {
    private static final Set<ValueKind> HAVE_BLANK = EnumSet.of(ValueKind.TEXT, ValueKind.JSON, ValueKind.BYTES);

    private static final Set<String> TYPES_WITH_BLANK = Set.of("xml", "hstore", "tsvector");

    private MaskFit() {}

    /** What the values of a column are, of an array what its elements are. */
    public static ValueKind kind(Column column) {
        return switch (column.elementType()) {
            case "text", "character varying", "character", "bpchar", "\"char\"", "name", "citext", "public.citext" ->
                ValueKind.TEXT;
            case "smallint", "integer", "bigint" -> ValueKind.INTEGER;
            case "numeric", "real", "double precision", "money" -> ValueKind.DECIMAL;
            case "date" -> ValueKind.DATE;
            case "timestamp without time zone", "timestamp with time zone" -> ValueKind.TIMESTAMP;
            case "uuid" -> ValueKind.UUID;
            case "inet" -> ValueKind.INET;
            case "cidr" -> ValueKind.CIDR;
            case "macaddr", "macaddr8" -> ValueKind.MAC;
            case "json", "jsonb" -> ValueKind.JSON;
            case "bytea" -> ValueKind.BYTES;
            case "boolean" -> ValueKind.BOOLEAN;
            default -> column.elementType().endsWith("citext") ? ValueKind.TEXT : ValueKind.OTHER;
        };
    }

    /** Why a column cannot be masked so; nothing if it can. */
    public static Optional<String> problem(Table table, Column column, Masking masking) {
        String name = "\"%s\" of \"%s\"".formatted(column.name(), table);
        if (masking instanceof Masking.Keep) {
            return Optional.empty();
        }
        if (column.generated()) {
            return Optional.of("Column %s is computed by PostgreSQL from others: mask those instead".formatted(name));
        }
        if (masking instanceof Masking.Named(MaskerName given) && given == MaskerName.NULL && column.required()) {
            return Optional.of("Column %s is NOT NULL: use blank, constant or another masker".formatted(name));
        }
        boolean blank = masking.equals(new Masking.Named(MaskerName.BLANK)) && column.required();
        if (blank && !column.isArray() && !hasBlank(column)) {
            return Optional.of("Column %s is NOT NULL, and there are no blank %s: use another masker"
                    .formatted(name, kind(column).plural()));
        }
        if (column.distinctive() && (blank || !isDistinctive(masking))) {
            return Optional.of("Column %s is in a unique index, and %s would give equal values to different rows"
                    .formatted(name, masking));
        }
        if (masking instanceof Masking.ShiftDays shift) {
            Optional<String> problem = subjectProblem(table, shift);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return masking instanceof Masking.Sql
                ? Optional.empty()
                : Maskers.misfit(masking, kind(column), column.length())
                        .map(reason -> "Column %s: %s".formatted(name, reason));
    }

    /** Whether there is a value of its type that says nothing. */
    private static boolean hasBlank(Column column) {
        String type = column.elementType().substring(column.elementType().lastIndexOf('.') + 1);
        return HAVE_BLANK.contains(kind(column)) || TYPES_WITH_BLANK.contains(type);
    }

    private static Optional<String> subjectProblem(Table table, Masking.ShiftDays shift) {
        List<String> names = table.columns().stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
        if (shift.subject().isPresent()) {
            String subject = shift.subject().get();
            return names.contains(subject)
                    ? Optional.empty()
                    : Optional.of("\"%s\" has no column \"%s\"%s"
                            .formatted(table, subject, NearestWord.didYouMean(subject, names)));
        }
        return table.primaryKey().isEmpty()
                ? Optional.of(
                        "\"%s\" has no primary key: say whose dates these are, like {shift-days: %d, subject: user_id}"
                                .formatted(table, shift.most()))
                : Optional.empty();
    }

    /** Whether different values get different masks, or none, which a unique index takes for different. */
    private static boolean isDistinctive(Masking masking) {
        return switch (masking) {
            case Masking.Named(MaskerName name) -> name != MaskerName.REDACT;
            case Masking.EmailKeepingDomain email -> true;
            case Masking.Json json -> true;
            case Masking.Sql sql -> true;
            case Masking.Keep keep -> true;
            case Masking.ShiftDays shift -> false;
            case Masking.Noise noise -> false;
            case Masking.Constant constant -> false;
        };
    }
}
