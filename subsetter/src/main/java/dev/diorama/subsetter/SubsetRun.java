package dev.diorama.subsetter;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.ReadPrivileges;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.concurrent.InBackground;
import dev.diorama.subsetter.connection.DatabaseIdentity;
import dev.diorama.subsetter.connection.RefusedStatement;
import dev.diorama.subsetter.connection.ServerErrors;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.delivery.BuildDatabase;
import dev.diorama.subsetter.delivery.DatabaseLocale;
import dev.diorama.subsetter.delivery.TargetServer;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.forecast.Forecast;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.privacy.Privacy;
import dev.diorama.subsetter.report.Explanation;
import dev.diorama.subsetter.report.ForeignKeyCounts;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.report.RunDescription;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.ToolVersion;
import dev.diorama.subsetter.selection.EarlierSample;
import dev.diorama.subsetter.selection.RowCounter;
import dev.diorama.subsetter.selection.RowSet;
import dev.diorama.subsetter.selection.Selection;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.Selector;
import dev.diorama.subsetter.selection.TableSize;
import dev.diorama.subsetter.transfer.Completion;
import dev.diorama.subsetter.transfer.PostgresTools;
import dev.diorama.subsetter.transfer.RowTransfer;
import dev.diorama.subsetter.transfer.Statistics;
import dev.diorama.subsetter.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/** One run from the first connection to the sample's name. For one thread, once. */
final class SubsetRun {
    private final SubsetRequest request;
    private final RunRecord listener;
    private final Cancellation cancellation;
    private final Phases phases;
    private final Instant startedAt = Instant.now();

    SubsetRun(SubsetRequest request, SubsetListener listener, Cancellation cancellation) {
        this.request = request;
        this.listener = new RunRecord(listener);
        this.cancellation = cancellation;
        this.phases = new Phases(this.listener);
    }

    SubsetPlan plan() {
        return explained(() -> {
            try (Snapshot snapshot = snapshot()) {
                Catalog catalog = phases.measure(PhaseName.CONNECT, () -> catalog(snapshot));
                return Forecast.of(
                        count(snapshot.session(), catalog),
                        snapshot.session(),
                        request.seed(),
                        request.source().toString(),
                        request.limits().jobs());
            }
        });
    }

    SubsetReport run() {
        return explained(() -> {
            try (Snapshot snapshot = snapshot();
                    InBackground<BuildDatabase> database =
                            new InBackground<>("diorama-create", cancellation, BuildDatabase::close)) {
                TargetServer server =
                        TargetServer.connect(request.target(), request.existing(), cancellation, listener::notice);
                Catalog catalog = phases.measure(PhaseName.CONNECT, () -> {
                    server.requireFree(DatabaseIdentity.of(snapshot.session()));
                    server.removeLeftovers();
                    DatabaseLocale locale = DatabaseLocale.read(snapshot.session());
                    database.start(() -> server.create(locale));
                    return catalog(snapshot);
                });
                return build(snapshot, catalog, server, database);
            }
        });
    }

    private SubsetReport build(
            Snapshot snapshot, Catalog catalog, TargetServer server, InBackground<BuildDatabase> creation) {
        PostgresTools tools = PostgresTools.find(catalog.serverMajor(), listener::notice);
        try (InBackground<SourceSchema> background =
                        new InBackground<>("diorama-schema", cancellation, SourceSchema::close);
                InBackground<Privacy> scan = new InBackground<>("diorama-scan", cancellation, some -> {})) {
            background.start(() -> SourceSchema.move(
                    snapshot, request, tools, () -> creation.await().url(), cancellation));
            SelectionPlan plan = count(snapshot.session(), catalog);
            // Whatever stands in the way of a database is said before anything takes its time.
            BuildDatabase database = creation.await();
            scan.start(() -> privacy(snapshot, plan));
            ChosenRows chosen = choose(snapshot, plan);
            SourceSchema schema = phases.measure(PhaseName.SCHEMA_WAIT, () -> {
                scan.await();
                return background.await();
            });
            Privacy privacy = scan.await();
            privacy.plan().notices().forEach(listener::notice);
            if (request.maskKey().isEmpty() && !privacy.plan().isEmpty()) {
                listener.notice(
                        "Masks are made with a key of this run alone, so the next run makes others: give --mask-key to keep them");
            }
            Map<TableName, Long> copied = phases.measure(PhaseName.COPY, () -> {
                boolean sameVersion = catalog.serverMajor() == server.serverMajor();
                List<RowSet> rows = catalog.tables().keySet().stream()
                        .map(chosen.selection()::rows)
                        .toList();
                RowTransfer transfer =
                        new RowTransfer(snapshot, database::open, sameVersion, privacy.masks(), cancellation);
                transfer.tryMasks(rows, privacy.trial());
                Map<TableName, Long> counts =
                        transfer.copy(rows, request.limits().jobs(), listener::rowsCopied);
                // Before policies are made, which may hide rows from their own table's owner.
                privacy.requireNoLeaks(database::open, catalog, request.limits().jobs(), cancellation);
                return counts;
            });
            Verification verification = complete(snapshot, catalog, schema, database, copied);
            phases.measure(PhaseName.DELIVER, () -> {
                server.deliver(database);
                return database;
            });
            return report(chosen, copied, verification, privacy);
        }
    }

    private Privacy privacy(Snapshot snapshot, SelectionPlan plan) {
        try (Session session = snapshot.open()) {
            return Privacy.of(
                    session,
                    plan.catalog(),
                    request.configuration(),
                    plan.references(),
                    request.maskKey().orElseGet(MaskKey::random));
        }
    }

    private SubsetReport report(
            ChosenRows chosen, Map<TableName, Long> copied, Verification verification, Privacy privacy) {
        return new SubsetReport(
                new RunDescription(
                        ToolVersion.current(),
                        startedAt,
                        request.seed(),
                        request.source().toString(),
                        request.target().toString()),
                Duration.between(startedAt, Instant.now()),
                chosen.report(table -> copied.getOrDefault(table, 0L), listener::bytes),
                Explanation.overshoots(chosen.plan(), chosen.selection()),
                ForeignKeyCounts.of(chosen.plan().catalog(), verification.validatedKeys()),
                chosen.missingIndexes(),
                privacy.masks().report(),
                listener.notices(),
                phases.reports());
    }

    /** Makes a database that has its rows into one that is as good as its source. */
    private Verification complete(
            Snapshot snapshot,
            Catalog catalog,
            SourceSchema schema,
            BuildDatabase database,
            Map<TableName, Long> copied) {
        LeftOut leftOut = new LeftOut(listener::notice);
        try (Session target = database.open();
                InBackground<Integer> statistics = new InBackground<>("diorama-statistics", cancellation, some -> {})) {
            Completion completion = phases.measure(PhaseName.CONSTRAINTS, () -> {
                Completion begun = Completion.begin(snapshot, target, catalog, leftOut);
                snapshot.release();
                begun.addConstraints(
                        schema.transfer(), database.url(), request.limits().jobs());
                return begun;
            });
            phases.measure(PhaseName.FINISH, () -> {
                completion.fillViews();
                // What fails there is told when it is awaited; it must not interrupt what goes on here meanwhile.
                statistics.start(
                        () -> Statistics.take(database::open, request.limits().jobs(), new Cancellation()));
                completion.finish(schema.transfer(), database.url());
                database.commentAs(completion.databaseComment());
                return completion;
            });
            return phases.measure(PhaseName.VERIFY, () -> {
                Verification verification = Verification.of(
                        schema.inventory(), leftOut, catalog, copied, completion.wrongPrivileges(), target);
                statistics.await();
                return verification;
            });
        }
    }

    private Snapshot snapshot() {
        return Snapshot.take(request.source(), request.limits(), cancellation);
    }

    private Catalog catalog(Snapshot snapshot) {
        ReadPrivileges.require(snapshot.session(), request.source().user());
        Catalog catalog = new CatalogReader(snapshot.session()).read();
        request.configuration().requireFits(catalog);
        listener.tablesFound(catalog.tables().size());
        return catalog;
    }

    private SelectionPlan count(Session session, Catalog catalog) {
        return phases.measure(PhaseName.COUNT, () -> {
            SelectionPlan plan = new RowCounter(session, request.seed()).plan(catalog, request.configuration());
            listener.rowsFound(plan.sizes().values().stream()
                    .mapToLong(TableSize::sourceRows)
                    .sum());
            return plan;
        });
    }

    private ChosenRows choose(Snapshot snapshot, SelectionPlan plan) {
        ChosenRows chosen = phases.measure(PhaseName.SELECT, () -> {
            Selection selection = select(plan, snapshot);
            ChosenRows found = new ChosenRows(plan, selection, request.configuration());
            listener.selected(found.toCopy());
            return found;
        });
        chosen.selection().notices().forEach(listener::notice);
        return chosen;
    }

    private Selection select(SelectionPlan plan, Snapshot snapshot) {
        Selector selector = new Selector(plan, request.seed());
        ObjLongConsumer<Table> filled = (table, rows) -> listener.tableSelected(
                table.name(), rows, plan.size(table.name()).targetRows());
        if (request.like().isEmpty()) {
            return selector.select(
                    snapshot.session(), snapshot::open, request.limits().jobs(), cancellation, filled);
        }
        try (Session earlier = Session.open(request.like().get(), cancellation)) {
            EarlierSample sample = new EarlierSample(earlier, new CatalogReader(earlier).read());
            return selector.selectLike(snapshot.session(), sample, filled);
        }
    }

    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedStatement e) {
            throw e.explained();
        } catch (DataAccessException e) {
            // Only the source's rows are read one by one, outside of what a session explains.
            throw ServerErrors.ofSource(request.source(), request.limits()).explain(e);
        }
    }
}
