package dev.diorama.subsetter.command;

import dev.diorama.subsetter.scan.Confidence;
import dev.diorama.subsetter.scan.Finding;
import dev.diorama.subsetter.scan.MaskSection;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings as people read them. Pure. */
final class FindingsText {
    private static final List<String> HEADER = List.of("column", "what", "confidence", "why");

    private FindingsText() {}

    /**
     * A table of findings, and the section of a configuration that would mask those that nobody has classified.
     *
     * @param findings all of them
     * @param fresh those of them that nobody has classified
     */
    static String of(List<Finding> findings, List<Finding> fresh) {
        if (findings.isEmpty()) {
            return "No personal data and no credentials were found.\n";
        }
        String table = table(findings) + '\n' + summary(findings, fresh) + '\n';
        return fresh.isEmpty() ? table : table + '\n' + new MaskSection(fresh).yaml();
    }

    private static String table(List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        findings.forEach(finding -> rows.add(List.of(
                place(finding), finding.category().word(), finding.confidence().word(), finding.reason())));
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + '\n';
    }

    private static String place(Finding finding) {
        return Printable.of(
                finding.place() + finding.path().map(path -> ' ' + path).orElse(""));
    }

    private static String summary(List<Finding> findings, List<Finding> fresh) {
        long tables = findings.stream().map(Finding::table).distinct().count();
        String byConfidence = Arrays.stream(Confidence.values())
                .sorted(Comparator.reverseOrder())
                .map(confidence -> "%s %s"
                        .formatted(
                                Amounts.count(findings.stream()
                                        .filter(finding -> finding.confidence() == confidence)
                                        .count()),
                                confidence.word()))
                .collect(Collectors.joining(", "));
        String classified = fresh.size() == findings.size()
                ? ""
                : "; %s of them classified".formatted(Amounts.count(findings.size() - fresh.size()));
        return "%s in %s: %s%s"
                .formatted(
                        Amounts.count(findings.size(), "finding"),
                        Amounts.count(tables, "table"),
                        byConfidence,
                        classified);
    }

    /** Says which findings fail a check, and what to do. */
    static String unclassified(List<Finding> fresh, Optional<Path> config) {
        String places =
                fresh.stream().map(FindingsText::place).distinct().collect(Collectors.joining("\n  ", "\n  ", "\n"));
        return "diorama: %s not classified:%sSay under \"sample: mask:\"%s how each is masked, or {keep: \"why it may stay\"}"
                .formatted(
                        fresh.size() == 1 ? "1 finding is" : Amounts.count(fresh.size(), "finding") + " are",
                        places,
                        config.map(file -> " of %s".formatted(file)).orElse(""));
    }
}
