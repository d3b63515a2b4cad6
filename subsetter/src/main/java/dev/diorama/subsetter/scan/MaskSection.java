package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.words.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings as the part of {@code diorama.yml} that masks them, to be read by a person and put there. Pure.
 *
 * @param findings the findings, those of one table together
 */
public record MaskSection(List<Finding> findings) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern WITHOUT_A_WAY_TO_WRITE = Pattern.compile("[.*?]");

    public MaskSection {
        findings = List.copyOf(findings);
    }

    /** The text, with a line break at its end; of no findings, an empty mapping. */
    public String yaml() {
        if (findings.isEmpty()) {
            return "sample:\n  mask: {}\n";
        }
        StringBuilder text = new StringBuilder("sample:\n  mask:\n");
        Map<TableName, List<Finding>> byTable = findings.stream()
                .collect(Collectors.groupingBy(Finding::table, LinkedHashMap::new, Collectors.toList()));
        byTable.forEach((table, ofTable) -> {
            text.append("    # ").append(Printable.of(table)).append('\n');
            ofTable.stream()
                    .collect(Collectors.groupingBy(Finding::column, LinkedHashMap::new, Collectors.toList()))
                    .forEach((column, ofColumn) -> append(text, key(table, column), ofColumn));
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String key, List<Finding> findings) {
        List<Finding> whole =
                findings.stream().filter(finding -> finding.path().isEmpty()).toList();
        if (whole.isEmpty()) {
            text.append("    ").append(key).append(":\n      json:\n");
            findings.forEach(finding -> text.append("        ")
                    .append(quoted(finding.path().orElseThrow()))
                    .append(": ")
                    .append(value(finding)));
        } else {
            text.append("    ").append(key).append(": ").append(value(whole.getFirst()));
        }
    }

    private static String value(Finding finding) {
        return "%s # %s, %s: %s\n"
                .formatted(
                        finding.proposed(),
                        finding.category().word(),
                        finding.confidence().word(),
                        finding.reason());
    }

    /** The last point parts the table from the column, and what would be a pattern becomes one for any character. */
    private static String key(TableName table, String column) {
        String key = table.toString().replace('*', '?')
                + '.'
                + WITHOUT_A_WAY_TO_WRITE.matcher(column).replaceAll("?");
        return PLAIN.matcher(key).matches() ? key : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (Character.isISOControl(character)) {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }
}
