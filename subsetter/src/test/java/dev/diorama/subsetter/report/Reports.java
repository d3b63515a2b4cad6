package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.ForeignKey.ColumnPair;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.privacy.ColumnName;
import dev.diorama.subsetter.privacy.MaskReport;
import dev.diorama.subsetter.privacy.MaskedValues;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports to render. */
public final class Reports {
    private static final RunDescription RUN = new RunDescription(
            "1.2.3",
            Instant.parse("2026-05-04T13:37:00Z"),
            42,
            "postgresql://reader@production:5432/shop",
            "postgresql://me@localhost:5432/shop_sample");

    private Reports() {}

    /** A bookshop in which one table went over its target, one is empty and one has an evil name. */
    public static SubsetReport bookshop() {
        ForeignKey buyer = key("orders_buyer_id_fkey", "orders", "buyer_id", "author");
        ForeignKey seller = key("<b>seller</b>", "orders", "seller_id", "author");
        return new SubsetReport(
                RUN,
                Duration.ofMillis(2417),
                List.of(
                        table("<script>alert(\"1\")</script>", 1_000, RowsKnownBy.COUNT, 77, 1_925, "", law()),
                        table(
                                "author",
                                200_000,
                                RowsKnownBy.ESTIMATE,
                                12_805,
                                486_590,
                                "9,587 rows over the target: rows of \"orders\" need 7,110 of these by foreign key"
                                        + " \"orders_buyer_id_fkey\", orders(buyer_id) → author",
                                law()),
                        table("country", 80, RowsKnownBy.COUNT, 80, 1_040, "", new SizeLaw.All()),
                        table("nothing", 0, RowsKnownBy.COUNT, 0, 0, "", law()),
                        table("order_line", 10_000_000, RowsKnownBy.ESTIMATE, 50_650, 1_721_100, "", law()),
                        table("orders", 2_000_000, RowsKnownBy.ESTIMATE, 16_297, 896_335, "", law())),
                List.of(Overshoot.of(buyer, 7_110), Overshoot.of(seller, 2_477)),
                new ForeignKeyCounts(5, 4, List.of("\"line_book_fkey\", order_line(book_id) → book")),
                List.of(new MissingIndex(new TableName("sales", "Line"), List.of("book", "Shop"), "line_book_fkey")),
                List.of(
                        new MaskReport(
                                new ColumnName(new TableName("public", "author"), "email"),
                                "email",
                                Optional.empty(),
                                Optional.of(new MaskedValues(12_805, 12_700, 12_700))),
                        new MaskReport(
                                new ColumnName(new TableName("sales", "Line"), "note"),
                                "scramble",
                                Optional.of("3 of 200 values hold an e-mail address"),
                                Optional.of(new MaskedValues(41, 40, 40))),
                        new MaskReport(
                                new ColumnName(new TableName("public", "author"), "nickname"),
                                "keep",
                                Optional.of("public by <design>"),
                                Optional.empty())),
                List.of("Sequence \"a\" may not be read & is <left> alone"),
                List.of(
                        new PhaseReport(PhaseName.CONNECT, Duration.ofMillis(120)),
                        new PhaseReport(PhaseName.COUNT, Duration.ofMillis(87)),
                        new PhaseReport(PhaseName.SELECT, Duration.ofMillis(910)),
                        new PhaseReport(PhaseName.SCHEMA_WAIT, Duration.ZERO),
                        new PhaseReport(PhaseName.COPY, Duration.ofMillis(702)),
                        new PhaseReport(PhaseName.CONSTRAINTS, Duration.ofMillis(411)),
                        new PhaseReport(PhaseName.FINISH, Duration.ofMillis(64)),
                        new PhaseReport(PhaseName.VERIFY, Duration.ofMillis(40)),
                        new PhaseReport(PhaseName.DELIVER, Duration.ofMillis(22))));
    }

    /** That bookshop, with more foreign keys that took its authors over their target. */
    public static SubsetReport bookshopWithManyReasons() {
        SubsetReport report = bookshop();
        List<Overshoot> overshoots = new ArrayList<>(report.overshoots());
        for (int i = 3; i > 0; i--) {
            overshoots.add(Overshoot.of(key("book_%d_fkey".formatted(i), "book", "author_" + i, "author"), i));
        }
        return new SubsetReport(
                report.run(),
                report.duration(),
                report.tables(),
                overshoots,
                report.foreignKeys(),
                report.missingIndexes(),
                report.masks(),
                report.notices(),
                report.phases());
    }

    /** What was planned before that bookshop's run. */
    public static SubsetPlan plannedBookshop() {
        SubsetReport report = bookshop();
        return new SubsetPlan(
                "1.2.3",
                42,
                report.run().source(),
                report.tables(),
                report.overshoots(),
                List.of(
                        new PhaseReport(PhaseName.SELECT, Duration.ofMillis(1_200)),
                        new PhaseReport(PhaseName.COPY, Duration.ofMillis(800))));
    }

    /** Many tables, every tenth of which went over its target. */
    public static SubsetReport many(int count) {
        List<TableReport> tables = IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    long sourceRows = Math.round(Math.pow(i, 3.1));
                    long target = law().target(sourceRows);
                    String why = i % 10 == 0 ? "%,d rows over the target: so it is".formatted(target) : "";
                    return table(
                            "module_%03d".formatted(i),
                            sourceRows,
                            RowsKnownBy.ESTIMATE,
                            why.isEmpty() ? target : 2 * target,
                            target * 100,
                            why,
                            law());
                })
                .toList();
        return new SubsetReport(
                RUN,
                Duration.ofSeconds(75),
                tables,
                List.of(),
                new ForeignKeyCounts(800, 800, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(new PhaseReport(PhaseName.COPY, Duration.ofSeconds(75))));
    }

    private static TableReport table(
            String name, long sourceRows, RowsKnownBy knownBy, long rows, long bytes, String why, SizeLaw law) {
        return new TableReport(
                new TableName("public", name),
                sourceRows,
                knownBy,
                law,
                law.target(sourceRows),
                rows,
                bytes,
                Optional.of(why).filter(text -> !text.isEmpty()));
    }

    private static SizeLaw law() {
        return new SizeLaw.Logarithmic();
    }

    private static ForeignKey key(String name, String child, String column, String parent) {
        TableName from = new TableName("public", child);
        TableName to = new TableName("public", parent);
        return new ForeignKey(
                name, from, to, from, to, List.of(new ColumnPair(column, "id", "pg_catalog", "=")), true, true);
    }
}
