package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Set;

/**
 * The tables in which migration tools remember what they applied. Half of such a history makes a tool apply again what
 * the schema already has, so these tables are copied whole unless a rule names them.
 */
final class HistoryTables {
    private static final Set<String> NAMES = Set.of(
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "schema_migrations",
            "ar_internal_metadata",
            "django_migrations",
            "alembic_version",
            "_prisma_migrations",
            "knex_migrations",
            "knex_migrations_lock",
            "SequelizeMeta",
            "__drizzle_migrations",
            "goose_db_version",
            "__diesel_schema_migrations",
            "_sqlx_migrations",
            "__EFMigrationsHistory",
            "atlas_schema_revisions",
            "phinxlog");
    private static final String SQITCH_SCHEMA = "sqitch";

    private HistoryTables() {}

    static boolean contain(TableName table) {
        return NAMES.contains(table.table()) || table.schema().equals(SQITCH_SCHEMA);
    }
}
