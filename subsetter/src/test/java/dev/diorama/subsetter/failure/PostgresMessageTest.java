package dev.diorama.subsetter.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.testing.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresMessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SELECT '4915112345678'::int                            | numeric value out of range (SQLSTATE 22003)
            SELECT 'jane@x'::int                                   | invalid text representation (SQLSTATE 22P02)
            SELECT 1 / 0                                           | division by zero (SQLSTATE 22012)
            SELECT 'jane@x'::date                                  | invalid date or time format (SQLSTATE 22007)
            SELECT sqrt(-4711)                                     | a value was not accepted (SQLSTATE 2201F)
            CREATE TEMP TABLE t (c varchar(2)); INSERT INTO t VALUES ('jane@x') | string data right truncation (SQLSTATE 22001)
            DO 'BEGIN RAISE ''jane@x''; END'                       | raised exception (SQLSTATE P0001)
            DO 'BEGIN RAISE ''jane@x'' USING ERRCODE = ''23514''; END' | raised exception (SQLSTATE 23514)
            DO 'BEGIN ASSERT false, ''jane@x''; END'               | assertion failed (SQLSTATE P0004)
            CREATE TEMP TABLE t (c text UNIQUE); INSERT INTO t VALUES ('jane@x'), ('jane@x') | duplicate key value violates unique constraint "t_c_key"
            DO 'BEGIN EXECUTE ''SELECT "jane@x"''; END'            | a function made a statement that failed (SQLSTATE 42703)
            DO 'BEGIN PERFORM nowhere; END'                        | column "nowhere" does not exist
            SELECT nowhere                                         | column "nowhere" does not exist
            """)
    void saysWhatFailedWithoutARow(String sql, String message) {
        SQLException failure = failureOf(sql);

        assertThat(PostgresMessage.withoutValues(failure)).isEqualTo(message);
        assertThat(PostgresMessage.withoutValues(new DataAccessException("SQL [" + sql + "]", failure)))
                .isEqualTo(message);
    }

    @Test
    void repeatsTheFirstLineOfWhatTheServerDidNotSay() {
        assertThat(PostgresMessage.withoutValues(new SQLException("An I/O error occurred\nwith jane@x")))
                .isEqualTo("An I/O error occurred");
        assertThat(PostgresMessage.withoutValues(new DataAccessException("Too many rows\nwith jane@x")))
                .isEqualTo("Too many rows");
    }

    @Test
    void hidesWhatTheDriverCouldNotRead() {
        assertThat(PostgresMessage.withoutValues(new SQLException("Bad value for type int : jane@x", "22003")))
                .isEqualTo("numeric value out of range (SQLSTATE 22003)");
    }

    private static SQLException failureOf(String sql) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = Server.url("postgres").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
