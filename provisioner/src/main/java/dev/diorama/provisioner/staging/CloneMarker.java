package dev.diorama.provisioner.staging;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a finished clone says of itself, as the comment on its database: it is written last, goes with the database,
 * and is read without connecting to it.
 */
record CloneMarker(long generation, long sampleId) {
    private static final Pattern TEXT = Pattern.compile("diorama clone generation=(\\d{1,18}) sample=(\\d{1,18})");

    static Optional<CloneMarker> parse(String comment) {
        var matcher = TEXT.matcher(comment);
        return matcher.matches()
                ? Optional.of(new CloneMarker(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return "diorama clone generation=%d sample=%d".formatted(generation, sampleId);
    }
}
