package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.PhaseReport;
import dev.diorama.subsetter.words.Amounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The phases of a run, each as a bar that begins where the one before ended. Pure.
 *
 * @param phases the phases in their order
 * @param duration how long all of it took, which is a little more than they
 */
record PhaseSection(List<PhaseReport> phases, Duration duration) {
    String html() {
        double total = Math.max(seconds(duration), 0.001);
        List<String> rows = new ArrayList<>();
        double before = 0;
        for (PhaseReport phase : phases) {
            rows.add(row(phase, 100 * before / total, 100 * seconds(phase.duration()) / total));
            before += seconds(phase.duration());
        }
        return """
                <section id="phases">
                <h2>Phases</h2>
                <table class="phases">
                <thead><tr><th scope="col">Phase</th><th scope="col">Time</th><th scope="col">When</th></tr></thead>
                <tbody>
                %s
                </tbody>
                <tfoot>
                <tr><th scope="row">between them</th><td>%s</td><td></td></tr>
                <tr><th scope="row">together</th><td>%s</td><td></td></tr>
                </tfoot>
                </table>
                </section>"""
                .formatted(
                        String.join("\n", rows),
                        Amounts.seconds(
                                phases.stream().map(PhaseReport::duration).reduce(duration, Duration::minus)),
                        Amounts.seconds(duration));
    }

    private static String row(PhaseReport phase, double start, double width) {
        return """
                <tr><th scope="row">%s</th><td>%s</td>\
                <td class="bar"><div style="margin-left:%s%%;width:%s%%"></div></td></tr>"""
                .formatted(
                        Html.text(phase.phase().label()),
                        Amounts.seconds(phase.duration()),
                        Html.number(start),
                        Html.number(width));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
