package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would mask a finding. Pure.
 *
 * @param catalog the database's
 */
record Proposals(Catalog catalog) {
    private static final int DAYS = 30;
    private static final double SHARE = 0.2;
    private static final Set<String> NOT_JUST_TEXT = Set.of("xml", "hstore");

    /** For a whole column. */
    Masking of(Table table, Column column, Category category) {
        ColumnType type = ColumnType.of(column.type());
        if (category.isCredential()) {
            return secret(table, column, type);
        }
        // Other letters in its marks would make of it something that its type does not take.
        if (NOT_JUST_TEXT.contains(column.elementType().replaceFirst(".*\\.", ""))) {
            return new Masking.Named(MaskerName.BLANK);
        }
        return switch (type) {
            case DATE -> shift(table);
            case NUMBER ->
                category == Category.SALARY ? new Masking.Noise(SHARE) : new Masking.Named(MaskerName.SCRAMBLE);
            case BYTES, OTHER, JSON -> new Masking.Named(MaskerName.BLANK);
            case TEXT, INET, MAC, UUID, NOTHING -> category == Category.BIRTH_DATE ? shift(table) : ofText(category);
        };
    }

    /** Where no primary key says whose a date is, a reference may, and otherwise the first column. */
    private Masking shift(Table table) {
        Optional<String> subject = table.primaryKey().isEmpty()
                ? catalog.keysFrom(table.name())
                        .map(key -> key.columns().getFirst().child())
                        .findFirst()
                        .or(() -> Optional.of(table.columns().getFirst().name()))
                : Optional.empty();
        return new Masking.ShiftDays(DAYS, subject);
    }

    /** For a text, also one in a document. */
    static Masking ofText(Category category) {
        return category == Category.BIRTH_DATE
                ? new Masking.ShiftDays(DAYS, Optional.empty())
                : new Masking.Named(category.masker());
    }

    /** Nothing can take the place of a secret, but of one that is a key something has to. */
    private Masking secret(Table table, Column column, ColumnType type) {
        if ((column.required() && column.distinctive()) || isReferred(table, column.name())) {
            return new Masking.Named(type == ColumnType.UUID ? MaskerName.UUID : MaskerName.HASH);
        }
        return new Masking.Named(type == ColumnType.UUID && column.required() ? MaskerName.UUID : MaskerName.BLANK);
    }

    private boolean isReferred(Table table, String column) {
        Stream<List<String>> parents = catalog.keysTo(table.name()).map(key -> key.columns().stream()
                .map(ForeignKey.ColumnPair::parent)
                .toList());
        Stream<List<String>> children = catalog.keysFrom(table.name())
                .map(key ->
                        key.columns().stream().map(ForeignKey.ColumnPair::child).toList());
        return Stream.concat(parents, children).anyMatch(columns -> columns.contains(column));
    }
}
