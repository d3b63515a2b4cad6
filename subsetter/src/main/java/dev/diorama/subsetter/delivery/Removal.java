package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Removes databases that nobody needs any more. It works after a cancellation too, and where it fails it does not
 * throw: what failed before, or the sample that is there, is what a person must hear of first.
 *
 * @param maintenance where it is done from
 * @param notices is told of a database that stays
 */
record Removal(MaintenanceDatabase maintenance, Consumer<String> notices) {
    void of(TemporaryName database) {
        try (Session session = maintenance.open(new Cancellation())) {
            of(database, session);
        } catch (SubsetException e) {
            tell(database, e.getMessage());
        }
    }

    /** Whoever is connected to it is somebody who looks, or a program whose run was killed. */
    void of(TemporaryName database, Session session) {
        try {
            unmakeTemplate(database, session);
            session.execute(session.sql()
                    .render(DSL.sql("DROP DATABASE IF EXISTS {0} WITH (FORCE)", DSL.quotedName(database.text()))));
        } catch (DataAccessException e) {
            tell(database, PostgresMessage.withoutValues(e));
        }
    }

    /** A template cannot be dropped, and a database that was replaced may have been one. */
    private static void unmakeTemplate(TemporaryName database, Session session) {
        session.sql()
                .resultQuery(
                        "SELECT FROM pg_database WHERE datistemplate AND datname = {0}", DSL.inline(database.text()))
                .fetchOptional()
                .ifPresent(template -> session.execute(session.sql()
                        .render(DSL.sql("ALTER DATABASE {0} IS_TEMPLATE false", DSL.quotedName(database.text())))));
    }

    private void tell(TemporaryName database, @Nullable String reason) {
        notices.accept(
                "The temporary database \"%s\" at %s port %d could not be removed: drop it, or leave that to the next run. The reason: %s"
                        .formatted(
                                database.text(),
                                maintenance.url().host(),
                                maintenance.url().port(),
                                reason));
    }
}
