package dev.diorama.subsetter.connection;

import java.time.Duration;

/**
 * What every session sets. It is set once the connection stands, because poolers refuse settings at start-up that they
 * do not know.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">client connection defaults</a>
 */
final class SessionSettings {
    private static final int FIRST_WITH_IDLE_SESSION_TIMEOUT = 14;
    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 17;

    /**
     * The server notices within two minutes that this machine is gone, and ends what it was doing for it. Scans that begin
     * anywhere would give other rows each time. Rows are looked up by their keys, some thousand at a time, which is cheaper
     * than the planner thinks by default.
     */
    private static final String COMMON =
            """
            SET search_path = pg_catalog;
            SET row_security = off;
            SET jit = off;
            SET synchronize_seqscans = off;
            SET random_page_cost = 1.1;
            SET idle_in_transaction_session_timeout = 0;
            SET tcp_keepalives_idle = 60;
            SET tcp_keepalives_interval = 10;
            SET tcp_keepalives_count = 6;
            SET datestyle = ISO;
            SET intervalstyle = postgres;
            SET bytea_output = hex;
            SET lc_monetary = 'C';
            SET xmloption = content;
            SET extra_float_digits = 3;
            """;
    /** Looks for the client while a statement runs, where the operating system can tell. */
    private static final String NOTICE_LOST_CLIENT =
            """
            SET idle_session_timeout = 0;
            SELECT set_config('client_connection_check_interval', '5s', false) WHERE version() ~ 'linux';
            """;

    private SessionSettings() {}

    static String of(int serverMajor, Duration lockTimeout, Duration statementTimeout) {
        return COMMON
                + (serverMajor < FIRST_WITH_IDLE_SESSION_TIMEOUT ? "" : NOTICE_LOST_CLIENT)
                + (serverMajor < FIRST_WITH_TRANSACTION_TIMEOUT ? "" : "SET transaction_timeout = 0;\n")
                + "SET lock_timeout = %d;%nSET statement_timeout = %d"
                        .formatted(lockTimeout.toMillis(), statementTimeout.toMillis());
    }
}
