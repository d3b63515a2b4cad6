package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.ServerErrors;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.ConflictWithRecovery;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolFailureTest {
    /** Nobody listens there. */
    private static final ConnectionUrl SHOP = ConnectionUrl.parse("postgresql://ann@localhost:1/shop");

    private static final Path ARCHIVE = Path.of("/tmp/diorama-schema-1-1.dump");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            query failed: ERROR:  canceling statement due to statement timeout | The source, postgresql://ann@localhost:1/shop, waited longer than 10s for a lock: another session holds it. Try again when it is free, or wait longer with --lock-timeout
            query failed: ERROR:  invalid snapshot identifier: "00000003-1" | The connections to the source, postgresql://ann@localhost:1/shop, lead to different servers, which cannot share a snapshot. Name one of them, not a load balancer
            query failed: ERROR:  snapshot "00000003-1" does not exist | The connections to the source, postgresql://ann@localhost:1/shop, lead to different servers, which cannot share a snapshot. Name one of them, not a load balancer
            query failed: FATAL:  terminating connection due to administrator command | The connection to the source, postgresql://ann@localhost:1/shop, was lost: terminating connection due to administrator command. Run it again once the server answers
            query failed: server closed the connection unexpectedly | The connection to the source, postgresql://ann@localhost:1/shop, was lost: server closed the connection unexpectedly. Run it again once the server answers
            connection to server at "localhost", port 1 failed: FATAL:  sorry, too many clients already | postgresql://ann@localhost:1/shop has no free connection left: raise max_connections or lower --jobs
            could not write to output file: No space left on device | There is no room for the schema in "/tmp" on this machine: free some, or name another folder in JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…
            """)
    void saysWhyPgDumpFailed(String error, String message) {
        ServerErrors source = ServerErrors.ofSource(SHOP, SourceLimits.DEFAULT);

        assertThat(ToolFailure.ofDump(source, ARCHIVE, List.of("pg_dump: error: " + error, "DETAIL:  jane@x")))
                .hasValueSatisfying(failure -> assertThat(failure).hasMessage(message));
    }

    @Test
    void knowsAConflictWithRecovery() {
        assertThat(
                        ToolFailure.ofDump(
                                ServerErrors.ofSource(SHOP, SourceLimits.DEFAULT),
                                ARCHIVE,
                                List.of(
                                        "pg_dump: error: query failed: ERROR:  canceling statement due to conflict with recovery")))
                .get()
                .isInstanceOf(ConflictWithRecovery.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            could not execute query: ERROR:  could not extend file "base/1/2": No space left on device | The target's server, localhost port 1, has no room left on its disk: could not extend file "base/1/2": No space left on device. Free some there, or let the law keep fewer rows
            could not execute query: ERROR:  canceling statement due to user request | Somebody ended a statement of this run on the target, postgresql://ann@localhost:1/shop: canceling statement due to user request. Run it again
            could not execute query: ERROR:  out of memory | The target's server, localhost port 1, has no memory left: out of memory
            input file is too short (read 0, expected 5) | There is no room for the schema in "/tmp" on this machine: free some, or name another folder in JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…
            """)
    void saysWhyPgRestoreFailed(String error, String message) {
        assertThat(ToolFailure.ofRestore(
                        ServerErrors.ofTarget(SHOP),
                        ARCHIVE,
                        List.of("pg_restore: error: " + error, "DETAIL:  jane@x")))
                .hasValueSatisfying(failure -> assertThat(failure).hasMessage(message));
    }

    @Test
    void saysNothingOfRowsThatBreakTheSchema() {
        assertThat(ToolFailure.ofRestore(
                        ServerErrors.ofTarget(SHOP),
                        ARCHIVE,
                        List.of(
                                "pg_restore: error: could not execute query: ERROR:  insert or update on table \"a\" violates foreign key constraint \"b\"",
                                "DETAIL:  No space left on device")))
                .isEmpty();
    }
}
