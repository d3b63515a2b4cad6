package dev.diorama.benchmarks;

import static java.util.Locale.ROOT;

import dev.diorama.benchmarks.Findings.AtScaleOne;
import dev.diorama.benchmarks.Findings.Measured;
import dev.diorama.benchmarks.Findings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes findings as people read them, in Markdown. */
final class FindingsText {
    private static final long MEGABYTE = 1L << 20;

    private FindingsText() {}

    static String of(Findings findings) {
        List<String> lines = new ArrayList<>();
        Setting setting = findings.setting();
        lines.add(String.format(
                ROOT,
                "%,d rows, %,d MB (scale %s); medians of %d runs",
                Findings.total(setting.sourceRows()),
                setting.sizeBytes() / MEGABYTE,
                setting.scale().toPlainString(),
                setting.runs()));
        lines.add("");
        ways(findings, lines);
        lines.add("");
        verdict(findings, lines);
        lines.add("");
        tables(findings, lines);
        lines.add("");
        reads(findings, lines);
        findings.growth().ifPresent(growth -> {
            lines.add("");
            lines.add(growth(findings, growth));
        });
        return String.join("\n", lines) + "\n";
    }

    private static void ways(Findings findings, List<String> lines) {
        lines.add("| Way | Seconds | Of the first | Rows | Memory |");
        lines.add("|---|--:|--:|--:|--:|");
        List<Measured> ways = new ArrayList<>(List.of(findings.diorama(), findings.small()));
        findings.pgSample().ifPresent(ways::add);
        ways.addAll(List.of(findings.everything(), findings.limit()));
        for (Measured way : ways) {
            lines.add(String.format(
                    ROOT,
                    "| %s | %.2f | %.2f | %,d | %s |",
                    way.label(),
                    seconds(way),
                    ratio(way, findings.diorama()),
                    way.totalRows(),
                    way.peakBytes() == 0 ? "" : String.format(ROOT, "%,d MB", way.peakBytes() / MEGABYTE)));
        }
    }

    private static void verdict(Findings findings, List<String> lines) {
        lines.add(findings.pgSample()
                .map(peer -> String.format(
                        ROOT,
                        "- pg_sample takes %.1f times as long (wanted at 18 million rows: at least 8)",
                        ratio(peer, findings.diorama())))
                .orElse("- pg_sample is not in PATH: skipped"));
        lines.add(String.format(
                ROOT,
                "- copying everything takes %.1f times as long",
                ratio(findings.everything(), findings.diorama())));
        lines.add(String.format(
                ROOT,
                "- dump and restore of the finished sample are the limit: Diorama takes %.1f times as long (wanted at 18"
                        + " million rows: at most 2.5)",
                ratio(findings.diorama(), findings.limit())));
    }

    private static void tables(Findings findings, List<String> lines) {
        Optional<Measured> peer = findings.pgSample();
        lines.add("| Table | Rows | Target | Diorama |" + (peer.isPresent() ? " pg_sample |" : ""));
        lines.add("|---|--:|--:|--:|" + (peer.isPresent() ? "--:|" : ""));
        findings.setting()
                .targets()
                .forEach((table, target) -> lines.add(String.format(
                                ROOT,
                                "| %s | %,d | %,d | %,d |",
                                table,
                                findings.setting().sourceRows().getOrDefault(table, 0L),
                                target,
                                findings.diorama().rows().getOrDefault(table, 0L))
                        + peer.map(way ->
                                        String.format(ROOT, " %,d |", way.rows().getOrDefault(table, 0L)))
                                .orElse("")));
    }

    private static void reads(Findings findings, List<String> lines) {
        lines.add("| Read of the source | Blocks there | Asked for | Sequential scans | Rows of them |");
        lines.add("|---|--:|--:|--:|--:|");
        findings.reads()
                .tables()
                .forEach((table, reads) -> lines.add(String.format(
                        ROOT,
                        "| %s | %,d | %,d | %,d | %,d |",
                        table,
                        reads.sizeBlocks(),
                        reads.blocks(),
                        reads.sequentialScans(),
                        reads.rowsOfScans())));
        lines.add(String.format(
                ROOT, "| all, with catalogs | | %,d | | |", findings.reads().blocks()));
    }

    private static String growth(Findings findings, AtScaleOne one) {
        return String.format(
                ROOT,
                "From scale 1 to %s: %.1f times the rows, %.1f times the sample's rows, %.1f times the blocks asked for,"
                        + " %.1f times the time (from 1.5 to 18 million wanted: at most 4)",
                findings.setting().scale().toPlainString(),
                (double) Findings.total(findings.setting().sourceRows()) / one.sourceRows(),
                (double) findings.diorama().totalRows() / one.diorama().totalRows(),
                (double) findings.reads().blocks() / one.reads().blocks(),
                ratio(findings.diorama(), one.diorama()));
    }

    private static double ratio(Measured way, Measured other) {
        return seconds(way) / seconds(other);
    }

    private static double seconds(Measured way) {
        return way.median().toNanos() / 1e9;
    }
}
