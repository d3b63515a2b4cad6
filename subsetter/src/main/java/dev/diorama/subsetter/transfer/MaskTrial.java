package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.privacy.Masks;
import dev.diorama.subsetter.yaml.ConfigurationException;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Masks a few rows and has PostgreSQL look at them: in a temporary table with the same types, domains and checks. So
 * masks that cannot fit are an error in the configuration, and not one in the middle of a copy.
 */
final class MaskTrial {
    private static final int ROWS = 200;
    private static final String FUNCTIONS =
            """
            SELECT EXISTS (
                SELECT FROM pg_constraint k
                JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = k.oid
                                AND d.refclassid = 'pg_proc'::regclass
                WHERE k.conrelid = CAST({0} AS regclass) AND k.contype = 'c')""";

    private static final SQL TABLE = DSL.sql("pg_temp.diorama_trial");

    private MaskTrial() {}

    static void run(CopyConnections connections, CopyBatch batch, Masks masks) {
        Session target = connections.target();
        target.execute(target.sql()
                .render(DSL.sql(
                        "CREATE TEMPORARY TABLE diorama_trial (LIKE {0} INCLUDING CONSTRAINTS INCLUDING GENERATED)",
                        batch.table().name().sql())));
        try {
            connections.copyInto(TABLE, batch.first(ROWS), masks.forRows(batch.table(), batch.columns()));
        } catch (RowsRefused e) {
            // A check that calls a function may look for rows of other tables, which are not there yet.
            if (!callsFunctions(batch, target)) {
                throw misfit(batch, e.failure());
            }
        } catch (SubsetException e) {
            throw misfit(batch, e);
        } finally {
            target.execute("DROP TABLE IF EXISTS pg_temp.diorama_trial");
        }
    }

    private static boolean callsFunctions(CopyBatch batch, Session target) {
        return target.sql()
                .resultQuery(
                        FUNCTIONS,
                        DSL.inline(target.sql().render(batch.table().name().sql())))
                .fetchSingle()
                .get(0, Boolean.class);
    }

    private static ConfigurationException misfit(CopyBatch batch, SubsetException failure) {
        return new ConfigurationException(
                "The masks of \"%s\" do not fit: %s. Choose other maskers under mask:, or keep the column with a reason"
                        .formatted(batch.table(), failure.getMessage()));
    }
}
