package dev.diorama.subsetter.configuration;

import static java.util.stream.Collectors.joining;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.ReferringColumns.Elements;
import dev.diorama.subsetter.configuration.ReferringColumns.JsonPath;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for everything that a configuration names in the catalog of a source. For one thread, once. */
final class CatalogFit {
    private record Misfit(YamlPosition position, String message) {}

    private final Catalog catalog;
    private final SampleConfiguration configuration;
    private final List<Misfit> misfits = new ArrayList<>();

    CatalogFit(Catalog catalog, SampleConfiguration configuration) {
        this.catalog = catalog;
        this.configuration = configuration;
    }

    /** The references as they fit. */
    List<UndeclaredReference> require() {
        configuration.rules().forEach(this::check);
        configuration.masks().rules().forEach(this::check);
        List<UndeclaredReference> references = configuration.references().stream()
                .flatMap(reference -> find(reference).stream())
                .toList();
        if (!misfits.isEmpty()) {
            throw new ConfigurationException(misfits.stream()
                    .sorted((one, other) -> YamlPosition.READING_ORDER.compare(one.position(), other.position()))
                    .map(misfit -> misfit.position() + ": " + misfit.message())
                    .toList());
        }
        return references;
    }

    private void check(TableRule rule) {
        List<Table> tables = catalog.tables().values().stream()
                .filter(table -> rule.matches(table.name()))
                .toList();
        if (tables.isEmpty() && rule.isExact()) {
            misfit(rule.position(), noTable(rule.pattern()));
        } else if (tables.isEmpty()) {
            misfit(rule.position(), "The source has no table whose name matches \"%s\"".formatted(rule.pattern()));
        }
        for (Always always : rule.always()) {
            if (always instanceof AlwaysKeys keys) {
                tables.forEach(table -> checkWidth(table, keys));
            }
        }
    }

    private void check(MaskRule rule) {
        List<Table> tables = catalog.tables().values().stream()
                .filter(table -> rule.table().matches(table.name()))
                .toList();
        if (tables.isEmpty() && rule.table().isExact()) {
            misfit(rule.position(), noTable(rule.table().text()));
            return;
        }
        boolean found = false;
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (rule.column().matches(column.name())) {
                    found = true;
                    MaskFit.problem(table, column, rule.masking())
                            .ifPresent(problem -> misfit(rule.position(), problem));
                }
            }
        }
        if (!found && tables.size() == 1 && rule.column().isExact()) {
            column(tables.getFirst(), rule.column().text(), rule.position());
        } else if (!found) {
            misfit(rule.position(), "The source has no column whose name matches \"%s\"".formatted(rule.name()));
        }
    }

    private void checkWidth(Table table, AlwaysKeys keys) {
        List<String> primaryKey = table.primaryKey();
        if (primaryKey.isEmpty()) {
            misfit(keys.position(), "\"%s\" has no primary key to look up: say where: instead".formatted(table));
        } else if (primaryKey.size() != keys.width()) {
            misfit(
                    keys.position(),
                    "The primary key of \"%s\" is (%s), so a key has %d and not %d values"
                            .formatted(table, String.join(", ", primaryKey), primaryKey.size(), keys.width()));
        }
    }

    private Optional<UndeclaredReference> find(ConfiguredReference reference) {
        YamlPosition from = reference.from().position();
        YamlPosition to = reference.to().position();
        ReferringColumns columns = reference.from().columns();
        List<String> parentColumns = reference.to().columns();
        Optional<Table> child = table(reference.from().table(), from);
        Optional<Table> parent = table(reference.to().table(), to);
        child.ifPresent(table -> columns.names().forEach(name -> column(table, name, from)
                .ifPresent(column -> checkType(table, column, columns, from))));
        boolean found = parent.isPresent()
                && parentColumns.stream()
                                .filter(name -> column(parent.get(), name, to).isPresent())
                                .count()
                        == parentColumns.size();
        if (found) {
            checkKey(parent.get(), parentColumns, to);
        }
        return child.isEmpty() || parent.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndeclaredReference(
                        child.get().name(),
                        columns,
                        parent.get().name(),
                        parentColumns,
                        reference.when(),
                        reference.position()));
    }

    private Optional<Table> table(TableReference reference, YamlPosition position) {
        List<TableName> candidates = reference.candidates(catalog.tables().keySet());
        if (candidates.isEmpty()) {
            misfit(position, noTable(reference.toString()));
        } else if (candidates.size() > 1) {
            misfit(
                    position,
                    "The source has several tables \"%s\": say which of %s is meant"
                            .formatted(
                                    reference,
                                    candidates.stream().map(TableName::toString).collect(joining(", "))));
        }
        return candidates.size() == 1 ? Optional.of(catalog.table(candidates.getFirst())) : Optional.empty();
    }

    private Optional<Column> column(Table table, String name, YamlPosition position) {
        Optional<Column> found = table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = table.columns().stream().map(Column::name).toList();
            misfit(
                    position,
                    "\"%s\" has no column \"%s\"%s".formatted(table, name, NearestWord.didYouMean(name, names)));
        }
        return found;
    }

    private void checkType(Table table, Column column, ReferringColumns columns, YamlPosition position) {
        boolean array = column.type().endsWith("[]");
        boolean document = column.type().equals("json") || column.type().equals("jsonb");
        String name = "\"%s\" of \"%s\"".formatted(column.name(), table);
        if (columns instanceof Elements && !array) {
            misfit(position, "Column %s is no array but %s: leave out []".formatted(name, column.type()));
        } else if (columns instanceof JsonPath && !document) {
            misfit(position, "Column %s is %s: a path needs json or jsonb".formatted(name, column.type()));
        } else if (columns instanceof ReferringColumns.Columns && array) {
            misfit(
                    position,
                    "Column %s is an array: write %s[] if each element is a key".formatted(name, column.name()));
        } else if (columns instanceof ReferringColumns.Columns && document) {
            misfit(
                    position,
                    "Column %s is %s: say where in it the key is, like %s $.id"
                            .formatted(name, column.type(), column.name()));
        }
    }

    private void checkKey(Table table, List<String> columns, YamlPosition position) {
        List<List<String>> keys = Stream.concat(Stream.of(table.primaryKey()), table.uniqueKeys().stream())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        Set<String> wanted = new HashSet<>(columns);
        if (keys.stream().noneMatch(key -> wanted.equals(Set.copyOf(key)) && columns.size() == key.size())) {
            String choice = keys.isEmpty()
                    ? "; the table has none"
                    : keys.stream()
                            .map(key -> "(%s)".formatted(String.join(", ", key)))
                            .collect(joining(" or ", "; it has ", ""));
            misfit(
                    position,
                    "(%s) is no primary or unique key of \"%s\", so a reference could mean several rows%s"
                            .formatted(String.join(", ", columns), table, choice));
        }
    }

    private String noTable(String name) {
        List<String> names =
                catalog.tables().keySet().stream().map(TableName::toString).toList();
        return "The source has no table \"%s\"%s".formatted(name, NearestWord.didYouMean(name, names));
    }

    private void misfit(YamlPosition position, String message) {
        misfits.add(new Misfit(position, message));
    }
}
