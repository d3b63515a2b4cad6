package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.configuration.ConfiguredReference.Referred;
import dev.diorama.subsetter.configuration.ConfiguredReference.Referring;
import dev.diorama.subsetter.configuration.ReferringColumns.Columns;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.Optional;

/** Reads what is under {@code references:}. */
final class ReferenceReader {
    private static final String FROM =
            "table(column), table(column, column), table(array[]) or table(document $.path.to.key)";
    private static final String TO = "table(column) or table(column, column)";

    private ReferenceReader() {}

    static Optional<ConfiguredReference> read(YamlValue value) {
        return value.mapping().flatMap(mapping -> reference(value, mapping));
    }

    private static Optional<ConfiguredReference> reference(YamlValue value, YamlMapping mapping) {
        Optional<Referring> from = required(mapping, "from").flatMap(ReferenceReader::referring);
        Optional<Referred> to = required(mapping, "to").flatMap(ReferenceReader::referred);
        Optional<SqlPredicate> when = mapping.optional("when").flatMap(SqlPredicate::read);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        int referring = from.get().columns().width();
        int referred = to.get().columns().size();
        if (referring != referred) {
            value.error("\"%s\" refers with %d to %d: a reference needs as many columns on both sides"
                    .formatted(value.path(), referring, referred));
            return Optional.empty();
        }
        return Optional.of(new ConfiguredReference(from.get(), to.get(), when, value.position()));
    }

    private static Optional<YamlValue> required(YamlMapping mapping, String key) {
        Optional<YamlValue> value = mapping.optional(key);
        if (value.isEmpty()) {
            mapping.error("\"%s\" in \"%s\" is missing".formatted(key, mapping.path()));
        }
        return value;
    }

    private static Optional<Referring> referring(YamlValue value) {
        return parts(value, FROM).map(parts -> new Referring(parts.table(), parts.columns(), value.position()));
    }

    private static Optional<Referred> referred(YamlValue value) {
        Optional<ReferenceText.Parts> parts = parts(value, TO);
        if (parts.isPresent() && !(parts.get().columns() instanceof Columns)) {
            value.error("\"%s\" must be %s: only the columns of a key can be referred to".formatted(value.path(), TO));
            return Optional.empty();
        }
        return parts.map(found -> new Referred(found.table(), found.columns().names(), value.position()));
    }

    private static Optional<ReferenceText.Parts> parts(YamlValue value, String expected) {
        Optional<String> text = value.text();
        Optional<ReferenceText.Parts> parts = text.flatMap(ReferenceText::parse);
        if (text.isPresent() && parts.isEmpty()) {
            value.error(
                    "\"%s\" must be %s, not \"%s\"%s".formatted(value.path(), expected, text.get(), hint(text.get())));
        }
        return parts;
    }

    private static String hint(String text) {
        if (text.contains("(") && !text.contains(")")) {
            return ": a text with a comma or a bracket stands in quotes inside of {…}";
        }
        return "; a name with other characters than letters, digits and _ stands in double quotes";
    }
}
