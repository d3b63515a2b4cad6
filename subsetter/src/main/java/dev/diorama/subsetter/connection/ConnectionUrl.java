package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who connects to it, read from {@code postgresql://user:password@host:port/database?…}, {@code
 * postgres://…} or {@code jdbc:postgresql://…}. A password that the URL leaves out is taken from PGPASSWORD or the
 * password file. No method but those that connect gives the password away; {@link #toString} hides it. Immutable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">connection URIs</a>
 */
public final class ConnectionUrl {
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern SHAPE = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(?:(?<user>.*)@)?(?<host>\\[[^]]+]|[^:/?@\\[]*)(?::(?<port>[^/?]*))?"
                    + "(?:/(?<database>[^?]*))?(?:\\?(?<parameters>.*))?");
    /** What libpq reads from its environment, by the parameter's name, which pgjdbc shares. */
    private static final Map<String, String> LIBPQ_VARIABLES = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "options", "PGOPTIONS");

    private final String host;
    private final int port;
    private final String database;
    private final String user;
    private final Optional<String> password;
    private final Map<String, String> parameters;

    private ConnectionUrl(
            String host,
            int port,
            String database,
            String user,
            Optional<String> password,
            Map<String, String> parameters) {
        this.host = host;
        this.port = port;
        this.database = database;
        this.user = user;
        this.password = password;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads a URL, completed from this process's environment.
     *
     * @throws ConfigurationException where it is no URL of a PostgreSQL database
     */
    public static ConnectionUrl parse(String url) {
        return parse(url, System.getenv());
    }

    static ConnectionUrl parse(String url, Map<String, String> environment) {
        Matcher matcher = SHAPE.matcher(url);
        if (!matcher.matches()) {
            throw UnreadableUrl.because(url, "it must look like postgresql://user@host:5432/database");
        }
        Map<String, String> parameters = parameters(url, group(matcher, "parameters"));
        String[] credentials = group(matcher, "user").split(":", 2);
        String user = firstOf(
                decoded(credentials[0]),
                parameters.remove("user"),
                environment.get("PGUSER"),
                System.getProperty("user.name"));
        String host = firstOf(decoded(group(matcher, "host")), parameters.remove("host"), "localhost");
        if (host.startsWith("/") || host.contains(",")) {
            throw UnreadableUrl.because(
                    url, "one host by name or address is needed, not a socket's folder and not several hosts");
        }
        int port = port(url, firstOf(group(matcher, "port"), parameters.remove("port"), "" + DEFAULT_PORT));
        String database = firstOf(decoded(group(matcher, "database")), parameters.remove("dbname"), "");
        if (database.isEmpty()) {
            throw UnreadableUrl.because(url, "it names no database: add /database after the host");
        }
        String given = firstOf(
                credentials.length > 1 ? decoded(credentials[1]) : "",
                parameters.remove("password"),
                environment.get("PGPASSWORD"),
                "");
        Optional<String> password = given.isEmpty()
                ? PasswordFile.of(environment).flatMap(file -> file.password(host, port, database, user))
                : Optional.of(given);
        return new ConnectionUrl(host, port, database, user, password, parameters);
    }

    /** The server's name or address. */
    public String host() {
        return host;
    }

    /** The server's port. */
    public int port() {
        return port;
    }

    /** The database's name. */
    public String database() {
        return database;
    }

    /** The role that connects. */
    public String user() {
        return user;
    }

    /** Whether another URL names the same database of the same server, whoever connects. */
    public boolean isSameDatabaseAs(ConnectionUrl other) {
        return host.equals(other.host) && port == other.port && database.equals(other.database);
    }

    /** The same server and role, another database. */
    public ConnectionUrl withDatabase(String other) {
        return new ConnectionUrl(host, port, other, user, password, parameters);
    }

    /** The same database, another role. */
    public ConnectionUrl withUser(String other, String itsPassword) {
        return new ConnectionUrl(host, port, database, other, Optional.of(itsPassword), parameters);
    }

    /**
     * Connects.
     *
     * @throws SubsetException where that fails, with what to do about it
     */
    public Connection connect() {
        try {
            return DriverManager.getConnection(jdbcUrl(), jdbcProperties());
        } catch (SQLException e) {
            throw ConnectionFailure.of(this, e);
        }
    }

    /** For libraries that connect by themselves; every connection is a new one. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        jdbcProperties().forEach((name, value) -> {
            try {
                source.setProperty((String) name, (String) value);
            } catch (SQLException e) {
                throw new SubsetException(
                        "%s has a parameter that the driver does not know: %s".formatted(this, name), e);
            }
        });
        return source;
    }

    /** The whole URL in PostgreSQL's own form with password and parameters in it, for programs that want one. A secret. */
    public String withPassword() {
        String credentials =
                encoded(user) + password.map(secret -> ":" + encoded(secret)).orElse("");
        String query = parameters.entrySet().stream()
                .map(parameter -> libpqName(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "postgresql://%s@%s:%d/%s%s"
                .formatted(credentials, host, port, encoded(database), query.isEmpty() ? "" : "?" + query);
    }

    /**
     * What a PostgreSQL program needs in its environment to connect here. It holds the password: give it to a child
     * process and to nothing else.
     */
    public Map<String, String> programEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", unbracketed());
        variables.put("PGPORT", Integer.toString(port));
        variables.put("PGUSER", user);
        variables.put("PGDATABASE", database);
        password.ifPresent(secret -> variables.put("PGPASSWORD", secret));
        LIBPQ_VARIABLES.forEach((parameter, variable) -> {
            String value = parameters.get(parameter);
            if (value != null) {
                variables.put(variable, value);
            }
        });
        return variables;
    }

    /** The database in the driver's form; role, password and parameters are in {@link #jdbcProperties}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, encoded(database));
    }

    /** Role, password and parameters for the driver. They hold the password. */
    public Properties jdbcProperties() {
        Properties properties = new Properties();
        parameters.forEach((name, value) -> properties.setProperty(
                switch (name) {
                    case "connect_timeout" -> "connectTimeout";
                    case "application_name" -> "ApplicationName";
                    default -> name;
                },
                value));
        properties.setProperty("user", user);
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }

    boolean hasPassword() {
        return password.isPresent();
    }

    /** The URL without its password. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static String libpqName(String parameter) {
        return switch (parameter) {
            case "connectTimeout" -> "connect_timeout";
            case "ApplicationName" -> "application_name";
            default -> encoded(parameter);
        };
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String unbracketed() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Map<String, String> parameters(String url, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                String[] parts = parameter.split("=", 2);
                if (parts.length < 2) {
                    throw UnreadableUrl.because(url, "a parameter has no value: write name=value");
                }
                parameters.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static int port(String url, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The error below says it better.
        }
        throw UnreadableUrl.because(url, "the port is no number from 1 to 65535");
    }

    private static String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    private static String group(Matcher matcher, String name) {
        String group = matcher.group(name);
        return group == null ? "" : group;
    }

    /** Percent signs only: in this part of a URL a plus is a plus. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
