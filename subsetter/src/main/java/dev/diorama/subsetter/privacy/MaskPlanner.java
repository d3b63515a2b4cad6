package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.configuration.MaskConfiguration;
import dev.diorama.subsetter.configuration.MaskFit;
import dev.diorama.subsetter.configuration.MaskRule;
import dev.diorama.subsetter.configuration.ReferringColumns;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.masking.ValueKind;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which columns are masked, and how. What a person says goes before what a scan proposes; columns that hold the
 * same key are masked alike. For one thread, once.
 */
public final class MaskPlanner {
    private final Catalog catalog;
    private final MaskConfiguration configuration;
    private final Map<ColumnName, Proposal> proposals;
    private final List<UndeclaredReference> references;
    private final KeyGroups groups;
    private final List<MaskedColumn> columns = new ArrayList<>();
    private final SortedMap<ColumnName, String> kept = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Proposal> unclassified = new ArrayList<>();
    private final List<Proposal> keptAsKeys = new ArrayList<>();

    /**
     * A planner.
     *
     * @param references the references that a person named, besides the keys
     * @param proposals the personal data that a scan has found
     */
    public MaskPlanner(
            Catalog catalog,
            MaskConfiguration configuration,
            List<UndeclaredReference> references,
            List<Proposal> proposals) {
        this.catalog = catalog;
        this.configuration = configuration;
        this.proposals = proposals.stream()
                .collect(Collectors.toMap(
                        Proposal::column, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.references = references;
        this.groups = KeyGroups.of(catalog, references);
    }

    /**
     * The plan.
     *
     * @throws ConfigurationException if masks cannot fit, or if nobody has classified a column and the configuration
     *     says to stop at that
     */
    public MaskPlan plan() {
        for (Table table : catalog.tables().values()) {
            for (Column column : table.columns()) {
                decide(table, column);
            }
        }
        references.forEach(this::checkDocument);
        if (configuration.unclassified() == MaskConfiguration.Unclassified.STOP) {
            Stream.concat(unclassified.stream(), keptAsKeys.stream())
                    .forEach(proposal -> errors.add(
                            "Nobody has classified \"%s\" under mask: %s. Say how it is masked, or {keep: \"…\"} with the reason why it may stay"
                                    .formatted(proposal.column(), proposal.reason())));
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors.stream().distinct().toList());
        }
        return new MaskPlan(columns, kept, notices());
    }

    /** A key in a document is masked only where somebody says so. */
    private void checkDocument(UndeclaredReference reference) {
        if (!(reference.columns() instanceof ReferringColumns.JsonPath(String column, String path))) {
            return;
        }
        ColumnName parent =
                new ColumnName(reference.parent(), reference.parentColumns().getFirst());
        Optional<Masking> wanted = masking(parent);
        Optional<Masking> there = masking(new ColumnName(reference.child(), column))
                .flatMap(masking -> masking instanceof Masking.Json(Map<String, Masking> paths)
                        ? Optional.ofNullable(paths.get(path))
                        : Optional.empty());
        if (wanted.isPresent() && !there.equals(wanted)) {
            errors.add("%s: %s is masked by %s, and %s refers to it: mask \"%s.%s\" by {json: {\"%s\": %s}}"
                    .formatted(
                            reference.position(),
                            parent,
                            wanted.get(),
                            reference,
                            reference.child(),
                            column,
                            path,
                            wanted.get()));
        }
    }

    private Optional<Masking> masking(ColumnName name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(MaskedColumn::masking)
                .findFirst();
    }

    private List<String> notices() {
        return unclassified.isEmpty()
                ? List.of()
                : List.of(
                        "Personal data that nobody has classified is masked in %s: classify it under mask: in the configuration, or see diorama scan"
                                .formatted(unclassified.stream()
                                        .map(proposal -> proposal.column().toString())
                                        .collect(Collectors.joining(", "))));
    }

    private void decide(Table table, Column column) {
        ColumnName name = new ColumnName(table.name(), column.name());
        List<ColumnName> group = groups.of(name);
        Optional<MaskRule> rule = rule(name);
        if (rule.isPresent() && rule.get().masking() instanceof Masking.Keep keep) {
            group.stream()
                    .flatMap(other -> rule(other).stream())
                    .filter(other -> !(other.masking() instanceof Masking.Keep))
                    .forEach(other -> differ(rule.get(), other));
            kept.put(name, keep.reason());
            return;
        }
        List<MaskRule> rules = group.stream()
                .flatMap(other -> rule(other).stream())
                .filter(other -> !(other.masking() instanceof Masking.Keep))
                .toList();
        Optional<ColumnName> keptElsewhere = group.stream()
                .filter(other -> rule(other).isPresent() && rule(other).get().masking() instanceof Masking.Keep)
                .findFirst();
        if (!rules.isEmpty()) {
            rules.stream()
                    .filter(other -> !other.masking().equals(rules.getFirst().masking()))
                    .forEach(other -> differ(rules.getFirst(), other));
            add(
                    table,
                    column,
                    group,
                    withFindings(name, rule.orElse(rules.getFirst()).masking()),
                    Optional.empty());
        } else if (keptElsewhere.isPresent()) {
            Optional.ofNullable(proposals.get(name)).ifPresent(proposal -> {
                kept.put(name, "holds the same keys as %s, which is kept".formatted(keptElsewhere.get()));
                keptAsKeys.add(proposal);
            });
        } else {
            group.stream()
                    .map(proposals::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(proposal -> propose(table, column, group, proposal));
        }
    }

    /** A document that is masked by path may hold more than that, at paths that nobody has classified. */
    private Masking withFindings(ColumnName name, Masking masking) {
        Proposal proposal = proposals.get(name);
        if (proposal != null
                && masking instanceof Masking.Json(Map<String, Masking> said)
                && proposal.masking() instanceof Masking.Json(Map<String, Masking> found)) {
            unclassified.add(proposal);
            Map<String, Masking> paths = new LinkedHashMap<>(said);
            found.forEach(paths::putIfAbsent);
            return new Masking.Json(paths);
        }
        return masking;
    }

    private Optional<MaskRule> rule(ColumnName name) {
        return configuration.ruleFor(name.table(), name.column());
    }

    private void differ(MaskRule one, MaskRule other) {
        errors.add("%s: %s holds the same keys as %s, but %s is not %s: mask both alike"
                .formatted(other.position(), other.name(), one.name(), other.masking(), one.masking()));
    }

    private void propose(Table table, Column column, List<ColumnName> group, Proposal proposal) {
        if (column.generated()) {
            return;
        }
        boolean key = group.size() > 1;
        Masking masking = proposal.masking();
        boolean fits = MaskFit.problem(table, column, masking).isEmpty() && (!key || isOfTheValueAlone(masking));
        add(table, column, group, fits ? masking : instead(table, column, key), Optional.of(proposal.reason()));
        if (proposal.column().equals(new ColumnName(table.name(), column.name()))) {
            unclassified.add(proposal);
        }
    }

    private static Masking instead(Table table, Column column, boolean key) {
        if (MaskFit.kind(column) == ValueKind.TEXT) {
            return new Masking.Named(MaskerName.HASH);
        }
        Masking blank = new Masking.Named(MaskerName.BLANK);
        Masking scramble = new Masking.Named(MaskerName.SCRAMBLE);
        boolean mayBeBlank = !key && MaskFit.problem(table, column, blank).isEmpty();
        return mayBeBlank && MaskFit.problem(table, column, scramble).isPresent() ? blank : scramble;
    }

    private void add(Table table, Column column, List<ColumnName> group, Masking masking, Optional<String> finding) {
        ColumnName name = new ColumnName(table.name(), column.name());
        boolean key = group.size() > 1;
        if (key && !isOfTheValueAlone(masking)) {
            errors.add(
                    "%s holds the same keys as %s, which %s cannot mask alike: use a masker that depends on the value alone, like scramble"
                            .formatted(name, others(name, group), masking));
        }
        MaskFit.problem(table, column, masking).ifPresent(errors::add);
        int length = group.stream()
                .map(this::column)
                .mapToInt(Column::length)
                .filter(limit -> limit > 0)
                .min()
                .orElse(0);
        boolean distinct = group.stream().map(this::column).anyMatch(Column::distinctive);
        boolean ignoresCase = group.stream().map(this::column).anyMatch(Column::ignoresCase);
        columns.add(new MaskedColumn(name, column, masking, length, distinct, ignoresCase, finding));
    }

    private static String others(ColumnName name, List<ColumnName> group) {
        return group.stream()
                .filter(other -> !other.equals(name))
                .map(ColumnName::toString)
                .collect(Collectors.joining(", "));
    }

    private Column column(ColumnName name) {
        return catalog.table(name.table()).column(name.column());
    }

    /** Whether equal values get equal masks in whatever row they are, and different ones different masks. */
    private static boolean isOfTheValueAlone(Masking masking) {
        return switch (masking) {
            case Masking.Named(MaskerName name) ->
                !Set.of(MaskerName.NULL, MaskerName.BLANK, MaskerName.REDACT).contains(name);
            case Masking.EmailKeepingDomain email -> true;
            default -> false;
        };
    }
}
