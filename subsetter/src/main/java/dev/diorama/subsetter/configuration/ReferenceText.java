package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.configuration.ReferringColumns.Columns;
import dev.diorama.subsetter.configuration.ReferringColumns.Elements;
import dev.diorama.subsetter.configuration.ReferringColumns.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one side of a reference: a table and, in parentheses, where its rows hold a key. */
final class ReferenceText {
    /** A table and where its rows hold a key. */
    record Parts(TableReference table, ReferringColumns columns) {}

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern WHOLE = Pattern.compile(
            "\\s*(?:(?<schema>%1$s)\\.)?(?<table>%1$s)\\s*\\(\\s*(?<columns>.*?)\\s*\\)\\s*".formatted(NAME),
            Pattern.DOTALL);
    private static final Pattern COLUMNS = Pattern.compile("%1$s(?:\\s*,\\s*%1$s)*".formatted(NAME));
    private static final Pattern ELEMENTS = Pattern.compile("(?<column>%s)\\s*\\[\\s*]".formatted(NAME));
    private static final Pattern JSON_PATH =
            Pattern.compile("(?<column>%s)\\s+(?<path>(?:(?:lax|strict)\\s+)?\\$.*)".formatted(NAME), Pattern.DOTALL);
    private static final Pattern ONE_NAME = Pattern.compile(NAME);

    private ReferenceText() {}

    static Optional<Parts> parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        TableReference table = new TableReference(
                Optional.ofNullable(whole.group("schema")).map(ReferenceText::name), name(whole.group("table")));
        return columns(whole.group("columns")).map(columns -> new Parts(table, columns));
    }

    private static Optional<ReferringColumns> columns(String text) {
        if (COLUMNS.matcher(text).matches()) {
            List<String> names = ONE_NAME.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(ReferenceText::name)
                    .toList();
            return Optional.of(new Columns(names));
        }
        Matcher elements = ELEMENTS.matcher(text);
        if (elements.matches()) {
            return Optional.of(new Elements(name(elements.group("column"))));
        }
        Matcher path = JSON_PATH.matcher(text);
        return path.matches()
                ? Optional.of(new JsonPath(name(path.group("column")), path.group("path")))
                : Optional.empty();
    }

    /** The name as it is stored. */
    private static String name(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }
}
