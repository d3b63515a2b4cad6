package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.masking.Masker;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowMaskTest {
    private static final ValueHash HASH = new ValueHash(MaskKey.random());

    @Test
    void replacesMaskedFieldsAlone() {
        ColumnMask mask = column(MaskerName.SCRAMBLE, false, (value, subject, attempt) -> "<" + value + ">");
        RowMask rows = new RowMask(
                List.of(Optional.empty(), Optional.of(mask), Optional.empty()),
                List.of(new int[0], new int[0], new int[0]));

        assertThat(masked(rows, "1\\t\\\\\tann\\tlee\t\\N\n")).isEqualTo("1\\t\\\\\t<ann\\tlee>\t\\N\n");
        assertThat(masked(rows, "\\N\t\\N\t\n")).isEqualTo("\\N\t\\N\t\n");
        assertThat(masked(rows, "1\t\t2\n")).isEqualTo("1\t<>\t2\n");
        assertThat(mask.counted()).isEqualTo(new MaskedValues(2, 2, 2));
    }

    @Test
    void tellsWhoseAValueIs() {
        ColumnMask mask = column(MaskerName.SCRAMBLE, false, (value, subject, attempt) -> subject.replace('\0', '+'));
        RowMask rows = new RowMask(
                List.of(Optional.of(mask), Optional.empty(), Optional.empty()),
                List.of(new int[] {1, 2}, new int[0], new int[0]));

        assertThat(masked(rows, "2001-01-01\t7\tx\n")).isEqualTo("7+x\t7\tx\n");
    }

    @Test
    void putsNothingInThePlaceOfNothing() {
        RowMask blank = new RowMask(
                List.of(Optional.of(column(MaskerName.BLANK, true, (value, subject, attempt) -> null))),
                List.of(new int[0]));
        RowMask gone = new RowMask(
                List.of(Optional.of(column(MaskerName.BLANK, false, (value, subject, attempt) -> null))),
                List.of(new int[0]));

        assertThat(masked(blank, "secret\n")).isEqualTo("\n");
        assertThat(masked(gone, "secret\n")).isEqualTo("\\N\n");
    }

    @Test
    void givesDifferentValuesDifferentMasks() {
        ColumnMask mask = new ColumnMask(
                described(MaskerName.SCRAMBLE, false),
                (value, subject, attempt) -> attempt == 0 ? value.substring(0, 1) + "…" : "M" + attempt,
                Optional.of(new Claims(HASH)),
                HASH,
                new Parts(HASH));

        assertThat(mask.mask("anna", "")).isEqualTo("a…");
        assertThat(mask.mask("arne", "")).isEqualTo("M1");
        assertThat(mask.mask("anna", "")).isEqualTo("a…");
        assertThat(mask.mask("arne", "")).isEqualTo("M1");
        assertThat(mask.mask("andy", "")).isEqualTo("M2");
    }

    @Test
    void givesValuesThatDifferInCaseTheSameMasksInAnyOrder() {
        ColumnMask one = unique();
        ColumnMask other = unique();

        assertThat(List.of(one.mask("ada", ""), one.mask("ADA", ""), one.mask("aDA", ""), one.mask("eve", "")))
                .containsExactly("bob", "BOB", "bob1", "bob1x");
        assertThat(List.of(other.mask("ADA", ""), other.mask("ada", ""))).containsExactly("BOB", "bob");
    }

    /** Every name of three letters is Bob, in the case of its first letter. */
    private static ColumnMask unique() {
        MaskedColumn column = described(MaskerName.FIRST_NAME, false);
        return new ColumnMask(
                new MaskedColumn(column.name(), column.column(), column.masking(), 0, true, false, column.finding()),
                (value, subject, attempt) -> {
                    String mask = List.of("bob", "bob1", "bob1x").get(attempt);
                    return value.startsWith("A") ? mask.toUpperCase(Locale.ROOT) : mask;
                },
                Optional.of(new Claims(HASH)),
                HASH,
                new Parts(HASH));
    }

    @Test
    void failsWhereNoMaskIsLeft() {
        ColumnMask mask = new ColumnMask(
                described(MaskerName.SCRAMBLE, false),
                (value, subject, attempt) -> "the only one",
                Optional.of(new Claims(HASH)),
                HASH,
                new Parts(HASH));
        mask.mask("anna", "");

        assertThatThrownBy(() -> mask.mask("arne", ""))
                .isInstanceOf(SubsetException.class)
                .hasMessage(
                        "Column \"person.name\" has more values than scramble has masks, and is in a unique index: use another masker, like scramble or hash");
    }

    @Test
    void triesAgainWhereAMaskIsTheValue() {
        ColumnMask mask = column(MaskerName.CITY, false, (value, subject, attempt) -> attempt < 2 ? "Rome" : "Oslo");

        assertThat(mask.mask("Rome", "")).isEqualTo("Oslo");
        assertThat(mask.mask("Bern", "")).isEqualTo("Rome");
    }

    private static ColumnMask column(MaskerName name, boolean required, Masker masker) {
        return new ColumnMask(described(name, required), masker, Optional.empty(), HASH, new Parts(HASH));
    }

    private static MaskedColumn described(MaskerName name, boolean required) {
        return new MaskedColumn(
                new ColumnName(new TableName("public", "person"), "name"),
                new Column("name", required, false, true, "text", 0, false, false),
                new Masking.Named(name),
                0,
                false,
                false,
                Optional.empty());
    }

    private static String masked(RowMask mask, String row) {
        return new String(mask.mask(row.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
