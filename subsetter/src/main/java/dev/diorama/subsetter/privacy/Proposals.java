package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.configuration.MaskConfiguration;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.scan.Classification;
import dev.diorama.subsetter.scan.Finding;
import dev.diorama.subsetter.scan.Scanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a scan proposes for data that nobody has classified, one masking for each column. */
final class Proposals {
    private Proposals() {}

    static List<Proposal> of(Session source, Catalog catalog, MaskConfiguration configuration) {
        return of(Scanner.scan(source, catalog), configuration);
    }

    static List<Proposal> of(List<Finding> findings, MaskConfiguration configuration) {
        return findings.stream()
                .filter(Predicate.not(new Classification(configuration)))
                .collect(Collectors.groupingBy(
                        finding -> new ColumnName(finding.table(), finding.column()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(column -> proposal(column.getKey(), column.getValue()))
                .toList();
    }

    private static Proposal proposal(ColumnName column, List<Finding> findings) {
        Optional<Finding> whole =
                findings.stream().filter(finding -> finding.path().isEmpty()).findFirst();
        if (whole.isPresent()) {
            return new Proposal(column, whole.get().proposed(), whole.get().reason());
        }
        Map<String, Masking> paths = new LinkedHashMap<>();
        findings.forEach(finding -> paths.put(finding.path().orElse("$"), finding.proposed()));
        return new Proposal(
                column,
                new Masking.Json(paths),
                findings.stream()
                        .map(finding -> "%s: %s".formatted(finding.path().orElse("$"), finding.reason()))
                        .collect(Collectors.joining("; ")));
    }
}
