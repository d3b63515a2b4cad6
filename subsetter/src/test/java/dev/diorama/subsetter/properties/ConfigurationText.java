package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.diorama.subsetter.properties.Wish.Always;
import dev.diorama.subsetter.properties.Wish.Only;
import dev.diorama.subsetter.properties.Wish.Reference;
import dev.diorama.subsetter.properties.Wish.WithChildren;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes wishes into a diorama.yml. */
final class ConfigurationText {
    private ConfigurationText() {}

    /** The file, with a law for all tables and others for some. */
    static String of(String law, Map<TableId, String> laws, List<Wish> wishes) {
        Map<TableId, List<Wish>> byTable = wishes.stream()
                .filter(wish -> !(wish instanceof Reference))
                .collect(groupingBy(ConfigurationText::table, LinkedHashMap::new, toList()));
        laws.keySet().forEach(table -> byTable.computeIfAbsent(table, other -> List.of()));
        StringBuilder yaml = new StringBuilder("sample:\n  law: %s\n".formatted(law));
        if (!byTable.isEmpty()) {
            yaml.append("  tables:\n");
            byTable.forEach((table, some) -> yaml.append("    %s:\n%s"
                    .formatted(quoted(table.toString()), rule(Optional.ofNullable(laws.get(table)), some))));
        }
        List<Reference> references = wishes.stream()
                .flatMap(wish -> wish instanceof Reference reference ? Stream.of(reference) : Stream.empty())
                .toList();
        if (!references.isEmpty()) {
            yaml.append("  references:\n");
            references.forEach(reference -> yaml.append("    - {from: %s, to: %s, when: %s}\n"
                    .formatted(quoted(reference.from()), quoted(reference.to()), quoted(reference.when()))));
        }
        return yaml.toString();
    }

    private static String rule(Optional<String> law, List<Wish> wishes) {
        String rows = law.map("      rows: %s\n"::formatted).orElse("");
        String only = wishes.stream()
                .map(wish -> wish instanceof Only some ? "      where: %s\n".formatted(quoted(some.condition())) : "")
                .collect(joining());
        String always = wishes.stream().map(ConfigurationText::always).collect(joining());
        return rows + only + (always.isEmpty() ? "" : "      always:\n" + always);
    }

    private static String always(Wish wish) {
        return switch (wish) {
            case Always some -> "        - %s\n".formatted(quoted(some.condition()));
            case WithChildren one ->
                "        - {key: %s, children: %d}\n"
                        .formatted(
                                one.key().stream()
                                        .map(literal -> quoted(Sql.text(literal)))
                                        .collect(joining(", ", "[", "]")),
                                one.children());
            case Only only -> "";
            case Reference reference -> "";
        };
    }

    private static TableId table(Wish wish) {
        return switch (wish) {
            case Only only -> only.table();
            case Always always -> always.table();
            case WithChildren children -> children.table();
            case Reference reference -> reference.table();
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
