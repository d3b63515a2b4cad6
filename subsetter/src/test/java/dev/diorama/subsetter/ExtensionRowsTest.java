package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Extensions whose tables hold rows of users beside rows of their own. */
class ExtensionRowsTest {
    private static final String EXTENSION =
            """
            CREATE TABLE atlas (id int PRIMARY KEY, name text, twice int GENERATED ALWAYS AS (id * 2) STORED);
            INSERT INTO atlas SELECT i, 'built in' FROM generate_series(1, 5) i;
            CREATE SEQUENCE atlas_pages;
            CREATE TABLE atlas_secret (id int);
            INSERT INTO atlas_secret VALUES (1);
            SELECT pg_catalog.pg_extension_config_dump('atlas', 'WHERE id > 5');
            SELECT pg_catalog.pg_extension_config_dump('atlas_pages', '');
            """;

    @BeforeAll
    static void install() throws IOException {
        Path folder = Path.of(
                        Server.query(Server.url("postgres"), "SELECT setting FROM pg_config() WHERE name = 'SHAREDIR'")
                                .getFirst())
                .resolve("extension");
        Files.writeString(folder.resolve("diorama_atlas.control"), "default_version = '1'\nrelocatable = true\n");
        Files.writeString(folder.resolve("diorama_atlas--1.sql"), EXTENSION);
    }

    @Test
    void copiesWhatUsersHaveAddedAndWhatRowsReferTo() {
        ConnectionUrl source = source();
        ConnectionUrl target = Server.url(Server.newName("sample"));

        Subsetter.run(SubsetRequest.of(source, target, 1), SubsetListener.SILENT);

        assertThat(Server.query(target, "SELECT format('%s %s %s', id, name, twice) FROM atlas ORDER BY id"))
                .isEqualTo(Server.query(source, "SELECT format('%s %s %s', id, name, twice) FROM atlas ORDER BY id"))
                .hasSize(7);
        assertThat(Server.number(target, "SELECT last_value FROM atlas_pages")).isEqualTo(42);
        assertThat(Server.number(target, "SELECT count(*) FROM atlas_secret")).isOne();
        assertThat(Server.query(target, "SELECT convalidated FROM pg_constraint WHERE conname = 'place_atlas_id_fkey'"))
                .containsExactly("t");
    }

    @Test
    void doesWithoutThoseThatMayNotBeRead() {
        ConnectionUrl source = source();
        Server.execute(
                source,
                """
                DO $$ BEGIN
                    CREATE ROLE atlas_reader LOGIN;
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                DELETE FROM place WHERE atlas_id > 5;
                GRANT SELECT ON place, atlas_pages TO atlas_reader""");
        ConnectionUrl target = Server.url(Server.newName("sample"));
        List<String> notices = Collections.synchronizedList(new ArrayList<>());

        Subsetter.run(SubsetRequest.of(source.withUser("atlas_reader", ""), target, 1), new SubsetListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });

        assertThat(notices)
                .containsExactly(
                        "What was added to \"atlas\" of extension \"diorama_atlas\" is left out: the source's role may not read it");
        assertThat(Server.number(target, "SELECT count(*) FROM atlas")).isEqualTo(5);
    }

    private static ConnectionUrl source() {
        return Server.database(
                """
                CREATE EXTENSION diorama_atlas;
                INSERT INTO atlas VALUES (6, 'ours'), (7, E'our\\tother');
                SELECT setval('atlas_pages', 42);
                CREATE TABLE place (id int PRIMARY KEY, atlas_id int REFERENCES atlas);
                INSERT INTO place SELECT i, i % 7 + 1 FROM generate_series(1, 100) i""");
    }
}
