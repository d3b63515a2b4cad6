package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.configuration.MaskFit;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.masking.Masker;
import dev.diorama.subsetter.masking.Maskers;
import dev.diorama.subsetter.masking.Masking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Masks rows as a plan says, and remembers by keyed hashes what it has masked. Several threads may use one. */
public final class Masks {
    private final MaskPlan plan;
    private final Maskers maskers;
    private final ValueHash hash;
    private final Map<ColumnName, ColumnMask> columns = new TreeMap<>();
    private final Map<Masking, Claims> claims = new HashMap<>();

    /**
     * Masks.
     *
     * @param key what masks are made with
     * @param maskers the maskers of that key
     */
    public Masks(MaskPlan plan, MaskKey key, Maskers maskers) {
        this.plan = plan;
        this.maskers = maskers;
        this.hash = new ValueHash(key);
        plan.columns().stream()
                .filter(MaskedColumn::distinct)
                .forEach(column -> claims.computeIfAbsent(column.masking(), some -> new Claims(hash)));
        for (MaskedColumn column : plan.columns()) {
            if (!(column.masking() instanceof Masking.Sql)) {
                columns.put(column.name(), mask(column));
            }
        }
    }

    private ColumnMask mask(MaskedColumn column) {
        Parts parts = new Parts(hash);
        Masker masker = maskers.masker(column.masking(), MaskFit.kind(column.column()), column.length(), parts::note);
        return new ColumnMask(
                column,
                column.column().isArray() ? elementwise(column, masker, parts) : masker,
                Optional.ofNullable(claims.get(column.masking())),
                hash,
                parts);
    }

    private static Masker elementwise(MaskedColumn column, Masker masker, Parts parts) {
        return Maskers.elementwise(
                (written, subject, attempt) -> {
                    String value = column.column().unpadded(written);
                    parts.note(value, column.masking());
                    return masker.mask(value, subject, attempt);
                },
                delimiter(column.column()));
    }

    private static char delimiter(Column column) {
        return column.elementType().equals("box") ? ';' : ',';
    }

    /** The same plan with the same maskers, which has masked nothing yet. */
    public Masks forTrial(MaskKey key) {
        return new Masks(plan, key, maskers);
    }

    /** Lets maskers make the names that they choose from, while others go on. */
    void warmUp() {
        columns.values().forEach(ColumnMask::warmUp);
    }

    /** Whether values of a table are replaced on their way. */
    public boolean concern(Table table) {
        return !plan.of(table).isEmpty();
    }

    /** Whether the source computes some of the masks, by expressions of a person's. */
    public boolean needComputing() {
        return plan.columns().stream().anyMatch(column -> column.masking() instanceof Masking.Sql);
    }

    /** What is read of a column: what the source is to compute, or the column. */
    public QueryPart selected(Table table, String column) {
        return plan.of(table).stream()
                .filter(masked -> masked.name().column().equals(column))
                .flatMap(masked -> masked.masking() instanceof Masking.Sql(String expression)
                        ? Optional.<QueryPart>of(DSL.sql("({0})", DSL.raw(expression))).stream()
                        : Optional.<QueryPart>empty().stream())
                .findFirst()
                .orElse(DSL.quotedName(column));
    }

    /**
     * What masks rows of a table; nothing if they pass as they are.
     *
     * @param fields the columns in the order in which rows have them
     */
    public Optional<RowMask> forRows(Table table, List<String> fields) {
        List<Optional<ColumnMask>> masks = fields.stream()
                .map(field -> Optional.ofNullable(columns.get(new ColumnName(table.name(), field))))
                .toList();
        if (masks.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<int[]> subjects = masks.stream()
                .map(mask -> mask.map(found -> subject(table, found.column()).stream()
                                .mapToInt(fields::indexOf)
                                .filter(position -> position >= 0)
                                .toArray())
                        .orElse(new int[0]))
                .toList();
        return Optional.of(new RowMask(masks, subjects));
    }

    private static List<String> subject(Table table, MaskedColumn column) {
        return column.masking() instanceof Masking.ShiftDays shift
                ? shift.subject().map(List::of).orElse(table.primaryKey())
                : List.of();
    }

    /** The masked column that had a telling value which is no mask; nothing if none had it. */
    public Optional<ColumnName> sourceOf(String value) {
        long valueHash = hash.of(value);
        return columns.values().stream()
                .filter(column -> column.had(value, valueHash))
                .filter(column -> columns.values().stream().noneMatch(other -> other.hasMask(valueHash)))
                .map(column -> column.column().name())
                .findFirst();
    }

    /** What was done. */
    public List<MaskReport> report() {
        List<MaskReport> reports = new ArrayList<>();
        for (MaskedColumn column : plan.columns()) {
            Optional<MaskedValues> values =
                    Optional.ofNullable(columns.get(column.name())).map(ColumnMask::counted);
            reports.add(new MaskReport(column.name(), column.masking().toString(), column.finding(), values));
        }
        plan.kept()
                .forEach((column, reason) ->
                        reports.add(new MaskReport(column, "keep", Optional.of(reason), Optional.empty())));
        return List.copyOf(reports);
    }
}
