import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;

/**
 * A handful of read-only connections, opened when they are needed and kept for the next request. Safe for use by many
 * threads: whoever comes when all connections are busy waits.
 */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int SECONDS_TO_ANSWER = 2;

    private final String jdbcUrl;
    private final Properties properties;
    private final Semaphore free = new Semaphore(CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();

    private Database(String jdbcUrl, Properties properties) {
        this.jdbcUrl = jdbcUrl;
        this.properties = properties;
    }

    /** Takes an address in libpq's form. Its messages never repeat the address, which has a password in it. */
    static Database at(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("DATABASE_URL is not an address: " + e.getReason() + ".");
        }
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "DATABASE_URL does not have the form postgresql://user:password@host:port/name.");
        }
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "bookshop");
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "always");
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_ANSWER));
        if (uri.getRawUserInfo() != null) {
            String[] credentials = uri.getRawUserInfo().split(":", 2);
            properties.setProperty("user", decode(credentials[0]));
            if (credentials.length == 2) {
                properties.setProperty("password", decode(credentials[1]));
            }
        }
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Database("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, properties);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    <T> T read(Query<T> query) throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection connection = take();
            try {
                T result = query.on(connection);
                keep(connection);
                return result;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } finally {
            free.release();
        }
    }

    private Connection take() throws SQLException {
        for (Connection connection = poll(); connection != null; connection = poll()) {
            // The database may have been made anew since the last request.
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                return connection;
            }
            connection.close();
        }
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    private Connection poll() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private void keep(Connection connection) {
        synchronized (idle) {
            idle.push(connection);
        }
    }

    @Override
    public void close() {
        for (Connection connection = poll(); connection != null; connection = poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println("A connection was not closed: " + e.getMessage());
            }
        }
    }

    @FunctionalInterface
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
