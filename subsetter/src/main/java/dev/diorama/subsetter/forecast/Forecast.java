package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.report.Overshoot;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.report.ToolVersion;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.TableSize;
import dev.diorama.subsetter.words.Amounts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a run would do. Of the source it reads the catalog, statistics, and a few blocks of what has none. */
public final class Forecast {
    private final SelectionPlan plan;
    private final Statistics statistics;
    private final Expectation expectation;

    private Forecast(SelectionPlan plan, Statistics statistics) {
        this.plan = plan;
        this.statistics = statistics;
        this.expectation = new Forecaster(plan, References.of(plan, statistics)).expect();
    }

    /**
     * Makes a forecast inside a snapshot.
     *
     * @param plan how many rows tables have and should keep
     * @param seed the seed of the run
     * @param source the source's URL without its password
     * @param jobs how many connections would copy
     */
    public static SubsetPlan of(SelectionPlan plan, Session session, long seed, String source, int jobs) {
        Statistics statistics = new StatisticsReader(session, seed)
                .read(plan.catalog(), table -> plan.size(table).sourceRows());
        return new Forecast(plan, statistics).plan(seed, source, jobs);
    }

    private SubsetPlan plan(long seed, String source, int jobs) {
        List<TableReport> tables =
                plan.catalog().tables().keySet().stream().map(this::table).toList();
        TimeEstimate time = new TimeEstimate(
                tables.size(),
                plan.catalog().foreignKeys().size(),
                tables.stream().mapToLong(TableReport::rows).sum(),
                tables.stream().mapToLong(TableReport::bytes).sum(),
                jobs);
        return new SubsetPlan(ToolVersion.current(), seed, source, tables, overshoots(), time.phases());
    }

    private TableReport table(TableName name) {
        TableSize size = plan.size(name);
        long rows = rows(name);
        return new TableReport(
                name,
                size.sourceRows(),
                size.knownBy(),
                plan.configuration().lawFor(name),
                size.targetRows(),
                rows,
                Math.round(rows * statistics.of(name).rowBytes()),
                why(name, size, rows));
    }

    private long rows(TableName name) {
        double expected = expectation.rows().getOrDefault(name, 0.0);
        return Math.min(plan.size(name).sourceRows(), Math.round(expected));
    }

    private Optional<String> why(TableName name, TableSize size, long rows) {
        if (size.isMetBy(rows)) {
            return Optional.empty();
        }
        if (rows < size.targetRows()) {
            return Optional.of(
                    "about %s rows under the target: too few rows need none that other tables have no room for"
                            .formatted(Amounts.roughly((double) size.targetRows() - rows)));
        }
        String over = "about %s rows over the target".formatted(Amounts.roughly((double) rows - size.targetRows()));
        return Optional.of(overshoots(name)
                .findFirst()
                .map(most -> "%s: rows of \"%s\" need about %s of these by %s"
                        .formatted(over, most.child(), Amounts.roughly((double) most.rows()), most.by()))
                .orElse(over));
    }

    private List<Overshoot> overshoots() {
        return plan.catalog().tables().keySet().stream()
                .filter(name -> rows(name) > plan.size(name).targetRows()
                        && !plan.size(name).isMetBy(rows(name)))
                .flatMap(this::overshoots)
                .sorted(Comparator.comparingLong(Overshoot::rows).reversed())
                .toList();
    }

    private Stream<Overshoot> overshoots(TableName parent) {
        return expectation.excesses().entrySet().stream()
                .filter(entry -> entry.getKey().parent().equals(parent))
                .filter(entry -> Math.round(entry.getValue()) > 0)
                .map(Forecast::overshoot)
                .sorted(Comparator.comparingLong(Overshoot::rows).reversed());
    }

    private static Overshoot overshoot(Map.Entry<Reference, Double> excess) {
        Reference reference = excess.getKey();
        return new Overshoot(
                reference.parent(),
                reference.child(),
                reference.columns(),
                reference.foreignKey(),
                reference.text(),
                Math.round(excess.getValue()));
    }
}
