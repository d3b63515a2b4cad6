package dev.diorama.subsetter;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.ReadPrivileges;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.delivery.BuildDatabase;
import dev.diorama.subsetter.delivery.TargetServer;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.Explanation;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.selection.RowCounter;
import dev.diorama.subsetter.selection.RowSet;
import dev.diorama.subsetter.selection.Selection;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.Selector;
import dev.diorama.subsetter.transfer.Completion;
import dev.diorama.subsetter.transfer.PostgresTools;
import dev.diorama.subsetter.transfer.RowTransfer;
import dev.diorama.subsetter.verification.Verification;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;

/** One run from the first connection to the sample's name. For one thread, once. */
final class SubsetRun {
    private final SubsetRequest request;
    private final SubsetListener listener;
    private final Cancellation cancellation;
    private final Phases phases;

    SubsetRun(SubsetRequest request, SubsetListener listener, Cancellation cancellation) {
        this.request = request;
        this.listener = listener;
        this.cancellation = cancellation;
        this.phases = new Phases(listener);
    }

    private void requireTwoDatabases() {
        ConnectionUrl source = request.source();
        ConnectionUrl target = request.target();
        if (source.host().equals(target.host())
                && source.port() == target.port()
                && source.database().equals(target.database())) {
            throw new ConfigurationException(
                    "Source and target are the same database, %s: name another one as the target".formatted(source));
        }
    }

    SubsetPlan plan() {
        return explained(() -> {
            try (Snapshot snapshot = Snapshot.take(request.source(), cancellation)) {
                Chosen chosen = choose(snapshot.session(), catalog(snapshot));
                return new SubsetPlan(
                        request.seed(),
                        chosen.report(table -> chosen.selection.rows(table).size()));
            }
        });
    }

    SubsetReport run() {
        requireTwoDatabases();
        return explained(() -> {
            try (Snapshot snapshot = Snapshot.take(request.source(), cancellation)) {
                TargetServer server = TargetServer.connect(request.target(), cancellation, listener::notice);
                Catalog catalog = phases.measure(PhaseName.CONNECT, () -> {
                    server.requireFree();
                    server.removeLeftovers();
                    return catalog(snapshot);
                });
                try (BuildDatabase database = server.create(snapshot.session())) {
                    return build(snapshot, catalog, server, database);
                }
            }
        });
    }

    private SubsetReport build(Snapshot snapshot, Catalog catalog, TargetServer server, BuildDatabase database) {
        PostgresTools tools = PostgresTools.find(catalog.serverMajor());
        try (SchemaInBackground background = SchemaInBackground.start(
                cancellation,
                () -> SourceSchema.move(snapshot, request.source(), tools, database.url(), cancellation))) {
            Chosen chosen = choose(snapshot.session(), catalog);
            SourceSchema schema = phases.measure(PhaseName.SCHEMA_WAIT, background::await);
            Map<TableName, Long> copied = phases.measure(PhaseName.COPY, () -> {
                boolean sameVersion = catalog.serverMajor() == server.serverMajor();
                List<RowSet> rows = catalog.tables().keySet().stream()
                        .map(chosen.selection::rows)
                        .toList();
                return new RowTransfer(snapshot, database::open, sameVersion)
                        .copy(rows, request.jobs(), (table, count) -> listener.rowsCopied(table.toString(), count));
            });
            Verification verification = complete(snapshot, catalog, schema, database, copied);
            phases.measure(PhaseName.DELIVER, () -> {
                server.deliver(database);
                return database;
            });
            return new SubsetReport(
                    request.seed(),
                    chosen.report(table -> copied.getOrDefault(table, 0L)),
                    catalog.foreignKeys().size(),
                    verification.validatedKeys(),
                    phases.reports(),
                    request.source().toString(),
                    request.target().toString());
        }
    }

    /** Makes a database that has its rows into one that is as good as its source. */
    private Verification complete(
            Snapshot snapshot,
            Catalog catalog,
            SourceSchema schema,
            BuildDatabase database,
            Map<TableName, Long> copied) {
        LeftOut leftOut = new LeftOut(listener::notice);
        try (Session target = database.open()) {
            Completion completion = phases.measure(PhaseName.CONSTRAINTS, () -> {
                Completion begun = Completion.begin(snapshot, target, catalog, leftOut);
                snapshot.release();
                begun.addConstraints(schema.transfer(), database.url(), request.jobs());
                return begun;
            });
            phases.measure(PhaseName.FINISH, () -> {
                completion.finish(schema.transfer(), database.url());
                database.commentAs(completion.databaseComment());
                return completion;
            });
            return phases.measure(
                    PhaseName.VERIFY,
                    () -> Verification.of(
                            schema.inventory(), leftOut, catalog, copied, completion.wrongPrivileges(), target));
        }
    }

    private Catalog catalog(Snapshot snapshot) {
        ReadPrivileges.require(snapshot.session(), request.source().user());
        Catalog catalog = new CatalogReader(snapshot.session()).read();
        request.configuration().requireTables(catalog.tables().keySet());
        return catalog;
    }

    private Chosen choose(Session session, Catalog catalog) {
        SelectionPlan plan = phases.measure(PhaseName.COUNT, () -> new RowCounter(session, request.seed())
                .plan(catalog, request.configuration()::lawFor));
        Selection selection = phases.measure(PhaseName.SELECT, () -> {
            Selector selector = new Selector(plan, session, request.seed());
            return selector.select((table, rows) -> listener.tableSelected(
                    table.toString(), rows, plan.size(table.name()).targetRows()));
        });
        return new Chosen(plan, selection);
    }

    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw new SubsetException("The database refused a statement: " + PostgresMessage.withoutValues(e), e);
        }
    }

    /** The rows of a sample and what they were chosen by. */
    private record Chosen(SelectionPlan plan, Selection selection) {
        List<TableReport> report(Function<TableName, Long> rows) {
            return plan.catalog().tables().keySet().stream()
                    .map(table -> report(table, rows.apply(table)))
                    .collect(Collectors.toList());
        }

        private TableReport report(TableName table, long rows) {
            return new TableReport(
                    table,
                    plan.size(table).sourceRows(),
                    plan.size(table).targetRows(),
                    rows,
                    Explanation.of(plan, selection, table, rows));
        }
    }
}
