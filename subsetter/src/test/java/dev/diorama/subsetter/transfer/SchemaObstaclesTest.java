package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaObstaclesTest {
    private static final ConnectionUrl TARGET = ConnectionUrl.parse("postgresql://builder@db:5433/sample");

    @Test
    void saysWhatCanBeDoneAndNotWhatFollowed() {
        assertThat(explained(
                        "permission denied to create extension \"postgis\"",
                        "type \"geometry\" does not exist",
                        "extension \"timescaledb\" is not available",
                        "could not open extension control file \"/usr/share/postgresql/15/extension/vector.control\": No such file or directory",
                        "collation \"pg_catalog.de_DE.utf8\" for encoding \"UTF8\" does not exist",
                        "could not create locale \"sv_SE\": No such file or directory",
                        "must be superuser to create a base type"))
                .isEqualTo(
                        "The schema could not be made in the target: "
                                + "role \"builder\" may not create extension \"postgis\" at db port 5433. Connect there as a superuser, or have the line \"trusted = true\" put into the extension's control file on that server; "
                                + "extension \"timescaledb\" is not installed at db port 5433. Install its package on that server; "
                                + "extension \"vector\" is not installed at db port 5433. Install its package on that server; "
                                + "collation \"de_DE.utf8\" is not known at db port 5433. Install the locale on that server's system and make it known to its template0 by pg_import_system_collations; "
                                + "collation \"sv_SE\" is not known at db port 5433. Install the locale on that server's system and make it known to its template0 by pg_import_system_collations; "
                                + "role \"builder\" is no superuser at db port 5433 (must be superuser to create a base type). Connect there as one");
    }

    @Test
    void repeatsWhatItDoesNotKnow() {
        assertThat(explained("type \"x\" does not exist"))
                .isEqualTo("The schema could not be made in the target: type \"x\" does not exist");
    }

    @Test
    void showsTheFirstTwenty() {
        List<String> errors = IntStream.range(0, 25).mapToObj("e%d"::formatted).toList();

        assertThat(SchemaObstacles.listed(errors)).startsWith("e0; e1; ").endsWith("; e19; and 5 more");
    }

    private static String explained(String... errors) {
        return String.valueOf(SchemaObstacles.explain(TARGET, List.of(errors)).getMessage());
    }
}
