package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads what is said about the tables of one name or pattern: a law alone, or a law, a condition and rows. */
final class TableRuleReader {
    private TableRuleReader() {}

    static Optional<TableRule> read(String pattern, YamlValue value) {
        if (value.isMapping()) {
            return value.mapping()
                    .filter(mapping -> !isEmpty(value, mapping))
                    .map(mapping -> rule(pattern, value, mapping));
        }
        return LawReader.read(value)
                .map(law -> new TableRule(pattern, Optional.of(law), Optional.empty(), List.of(), value.position()));
    }

    private static TableRule rule(String pattern, YamlValue value, YamlMapping mapping) {
        Optional<SizeLaw> law = LawReader.ofTable(value, mapping);
        Optional<SqlPredicate> where = mapping.optional("where").flatMap(SqlPredicate::read);
        List<Always> always = mapping.optional("always").map(AlwaysReader::read).orElse(List.of());
        return new TableRule(pattern, law, where, always, value.position());
    }

    private static boolean isEmpty(YamlValue value, YamlMapping mapping) {
        if (mapping.isEmpty()) {
            value.error("\"%s\" must be %s, or a mapping with rows, where or always"
                    .formatted(value.path(), LawReader.EXPECTED));
        }
        return mapping.isEmpty();
    }
}
