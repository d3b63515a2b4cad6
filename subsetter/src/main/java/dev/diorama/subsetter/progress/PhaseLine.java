package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.progress.ProgressView.Copying;
import dev.diorama.subsetter.progress.ProgressView.Selecting;
import dev.diorama.subsetter.progress.ProgressView.Working;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.words.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One line on one phase, in columns with the others. Pure. */
final class PhaseLine {
    /** How wide the columns of name and time are. */
    static final int HEAD_WIDTH = 22;

    private static final Duration LONG_ENOUGH_FOR_SPEED = Duration.ofSeconds(1);

    /** 0.58 is a hair less than 58 hundredths. */
    private static final double HAIR = 1e-9;

    private PhaseLine() {}

    /** A phase that has ended well, and what it did. */
    static String finished(ProgressView last, Duration duration, Style style) {
        return line(last.phase(), duration, style.faint(String.join(", ", result(last, duration))));
    }

    /** A phase that has not come to its end, because the run failed or was stopped. */
    static String unfinished(ProgressView last) {
        return line(last.phase(), last.elapsed(), "not finished");
    }

    /** A phase that takes long, for a log. */
    static String underWay(ProgressView view) {
        return line(view.phase(), view.elapsed(), String.join(", ", parts(view)));
    }

    /** The columns that all lines begin with. */
    static String head(PhaseName phase, Duration duration) {
        return String.format(Locale.ROOT, "%-12s %9s", phase.label(), Amounts.seconds(duration));
    }

    /** What can be said of a phase that goes on. */
    static List<String> parts(ProgressView view) {
        return switch (view) {
            case Working working -> working.fact().isEmpty() ? List.of() : List.of(working.fact());
            case Selecting selecting ->
                List.of(
                        of(selecting.tablesDone(), selecting.tables(), "table"),
                        Amounts.count(selecting.rows(), "row"));
            case Copying copying ->
                Stream.of(done(copying), speed(copying), List.of(share(copying)), left(copying))
                        .flatMap(List::stream)
                        .toList();
        };
    }

    /** How much is copied. */
    static List<String> done(Copying copying) {
        return List.of(
                of(copying.tablesDone(), copying.tables(), "table"), of(copying.rows(), copying.totalRows(), "row"));
    }

    /** How many bytes are copied, and how fast. */
    static List<String> speed(Copying copying) {
        return List.of(
                Amounts.bytes(copying.bytes()),
                rowsPerSecond(copying.speed().rowsPerSecond()),
                bytesPerSecond(copying.speed().bytesPerSecond()));
    }

    /** How much of the work is done. */
    static String share(Copying copying) {
        return String.format(Locale.ROOT, "%.0f%%", Math.floor(100 * copying.share() + HAIR));
    }

    /** How long it will take, if that can be said. */
    static List<String> left(Copying copying) {
        return copying.left().stream()
                .map(left -> "about %s left".formatted(Amounts.about(left)))
                .toList();
    }

    private static List<String> result(ProgressView last, Duration duration) {
        return switch (last) {
            case Working working -> parts(working);
            case Selecting selecting -> List.of(Amounts.count(selecting.rows(), "row"));
            case Copying copying ->
                duration.compareTo(LONG_ENOUGH_FOR_SPEED) < 0
                        ? List.of(Amounts.count(copying.rows(), "row"), Amounts.bytes(copying.bytes()))
                        : List.of(
                                Amounts.count(copying.rows(), "row"),
                                Amounts.bytes(copying.bytes()),
                                rowsPerSecond(1000.0 * copying.rows() / duration.toMillis()),
                                bytesPerSecond(1000.0 * copying.bytes() / duration.toMillis()));
        };
    }

    private static String of(long part, long whole, String noun) {
        return "%s of %s".formatted(Amounts.count(part), Amounts.count(whole, noun));
    }

    private static String rowsPerSecond(double rows) {
        return Amounts.roughly(rows) + " rows/s";
    }

    private static String bytesPerSecond(double bytes) {
        return Amounts.bytes(Math.round(bytes)) + "/s";
    }

    private static String line(PhaseName phase, Duration duration, String detail) {
        return (head(phase, duration) + "  " + detail).stripTrailing();
    }
}
