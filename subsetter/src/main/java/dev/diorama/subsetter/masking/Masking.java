package dev.diorama.subsetter.masking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the values of a column are replaced, as a person says it. Immutable. {@code toString} writes it that way. */
public sealed interface Masking {
    /** By a masker that needs no more than its name. */
    record Named(MaskerName name) implements Masking {
        @Override
        public String toString() {
            return name.word();
        }
    }

    /** An e-mail address keeps its domain. */
    record EmailKeepingDomain() implements Masking {
        @Override
        public String toString() {
            return "{email: keep-domain}";
        }
    }

    /**
     * A date or a time is shifted by some days, the same for all of a subject's.
     *
     * @param most by how many days at most, in both directions; at least 1
     * @param subject the column of the same table that says whose it is; the primary key where nothing is said
     */
    record ShiftDays(int most, Optional<String> subject) implements Masking {
        @Override
        public String toString() {
            return subject.map("{shift-days: %d, subject: %%s}".formatted(most)::formatted)
                    .orElse("{shift-days: %d}".formatted(most));
        }
    }

    /**
     * A number is changed a little.
     *
     * @param share by what part of itself at most, above 0, at most 1
     */
    record Noise(double share) implements Masking {
        @Override
        public String toString() {
            return "{noise: %s}".formatted(share);
        }
    }

    /** Every value becomes this one. */
    record Constant(String text) implements Masking {
        @Override
        public String toString() {
            return "{constant: %s}".formatted(text);
        }
    }

    /** The source computes what is copied. */
    record Sql(String expression) implements Masking {
        @Override
        public String toString() {
            return "{sql: %s}".formatted(expression);
        }
    }

    /** Values in a JSON document, by path; the rest of it stays. */
    record Json(Map<String, Masking> paths) implements Masking {
        public Json {
            paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
        }

        @Override
        public String toString() {
            return paths.entrySet().stream()
                    .map(entry -> "\"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", ", "{json: {", "}}"));
        }
    }

    /**
     * The values stay.
     *
     * @param reason why they may
     */
    record Keep(String reason) implements Masking {
        @Override
        public String toString() {
            return "{keep: %s}".formatted(reason);
        }
    }
}
