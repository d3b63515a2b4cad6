package dev.diorama.provisioner;

import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.configuration.ServerConfiguration;
import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.subsetter.connection.ConnectionUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.flywaydb.core.Flyway;

/**
 * A small world for one test: a production database at schema version 1, a staging server, a state database, a git
 * repository and a home folder, all real, all gone at the end. The application is the JDK's own file server.
 */
final class World implements AutoCloseable {
    static final String PROJECT = "shop";
    private static final PersonIdent AUTHOR = new PersonIdent("Somebody", "somebody@shop.example");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    // The two roles as docs/configuration.md has them: neither is a superuser.
    private static final String STAGING_ROLE = "diorama";
    private static final String READING_ROLE = "diorama_reader";
    private static final EmbeddedPostgres SERVER = startServer();

    private final int number = COUNTER.incrementAndGet();
    private final int port = freePort();
    private final Path home;
    private final Path repository;

    World(Path folder) throws IOException, GitAPIException, SQLException {
        home = folder.resolve("home");
        repository = folder.resolve("repository");
        onServer(
                "CREATE DATABASE " + production().database(),
                "CREATE DATABASE %s OWNER %s".formatted(state().database(), STAGING_ROLE));
        try (var git = Git.init()
                .setDirectory(repository.toFile())
                .setInitialBranch("main")
                .call()) {
            write(
                    "diorama.yml",
                    """
                    services:
                      web:
                        run: exec jwebserver -b 127.0.0.1 -p $PORT
                        health: /
                    """);
            write("page.txt", "version 1");
            write(
                    "db/migration/V1__start.sql",
                    """
                    CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL);
                    CREATE TABLE purchase (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customer);
                    CREATE INDEX ON purchase (customer_id);
                    """);
            commit(git, "Begin");
        }
        Flyway.configure()
                .dataSource(owned(production()).dataSource())
                .locations("filesystem:" + repository.resolve("db/migration"))
                .load()
                .migrate();
        on(
                owned(production()),
                "INSERT INTO customer SELECT n, 'Customer ' || n FROM generate_series(1, 100) n",
                "INSERT INTO purchase SELECT n, 1 + n % 100 FROM generate_series(1, 1000) n",
                "ANALYZE");
    }

    ServerConfiguration configuration() {
        return new ServerConfiguration(
                port,
                URI.create("http://localhost:" + port),
                home,
                state(),
                staging(),
                1,
                Map.of(PROJECT, new ProjectConfiguration(PROJECT, repository.toString(), "main", production())));
    }

    /** The same, as the file that a server of its own process reads. */
    Path configurationFile() throws IOException {
        var file = home.resolveSibling("server.yml");
        Files.writeString(
                file,
                """
                port: %d
                home: %s
                state: %s
                staging: %s
                projects:
                  %s:
                    repository: %s
                    production: %s
                """
                        .formatted(port, home, state(), staging(), PROJECT, repository, production()));
        return file;
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    Path repository() {
        return repository;
    }

    /** Commits files to a branch, which is made from main where it is new. */
    String commit(String branch, Map<String, String> files) throws IOException, GitAPIException {
        try (var git = Git.open(repository.toFile())) {
            boolean exists = git.getRepository().findRef(branch) != null;
            git.checkout()
                    .setName(branch)
                    .setCreateBranch(!exists)
                    .setStartPoint("main")
                    .call();
            for (var file : files.entrySet()) {
                write(file.getKey(), file.getValue());
            }
            return commit(git, "Change " + files.keySet());
        }
    }

    ConnectionUrl staging() {
        return url(STAGING_ROLE, "postgres");
    }

    ConnectionUrl state() {
        return url(STAGING_ROLE, "state_" + number);
    }

    ConnectionUrl production() {
        return url(READING_ROLE, "production_" + number);
    }

    /** The same database for its owner, who may do what the server may not. */
    static ConnectionUrl owned(ConnectionUrl url) {
        return url("postgres", url.database());
    }

    /** Every database and role on the staging server that bears one of our names, without the samples. */
    List<String> clones() throws SQLException {
        return names("^diorama_clone_");
    }

    /** The databases in which the subsetter builds a sample before it takes its name. */
    List<String> unfinishedSamples() throws SQLException {
        return names("^diorama_building_");
    }

    /** One value from a database. */
    static String value(ConnectionUrl url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbcUrl(), url.jdbcProperties());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "no row";
        }
    }

    static void on(ConnectionUrl url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbcUrl(), url.jdbcProperties());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var database : names("^diorama_(clone|sample|building)_")) {
            onServer(
                    "DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(database),
                    "DROP ROLE IF EXISTS \"%s\"".formatted(database));
        }
        onServer(
                "DROP DATABASE %s WITH (FORCE)".formatted(production().database()),
                "DROP DATABASE %s WITH (FORCE)".formatted(state().database()));
        FolderTree.delete(home);
    }

    private List<String> names(String pattern) throws SQLException {
        var names = new ArrayList<String>();
        var url = owned(staging());
        try (var connection = DriverManager.getConnection(url.jdbcUrl(), url.jdbcProperties());
                var statement = connection.prepareStatement(
                        """
                        SELECT datname FROM pg_database WHERE datname ~ ?
                        UNION SELECT rolname FROM pg_roles WHERE rolname ~ ? ORDER BY 1
                        """)) {
            statement.setString(1, pattern);
            statement.setString(2, pattern);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
        }
        return names;
    }

    private void write(String path, String content) throws IOException {
        var file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String commit(Git git, String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage(message)
                .setAuthor(AUTHOR)
                .setCommitter(AUTHOR)
                .setSign(false)
                .call()
                .getName();
    }

    private void onServer(String... statements) throws SQLException {
        on(owned(staging()), statements);
    }

    private static ConnectionUrl url(String role, String database) {
        return ConnectionUrl.parse("postgresql://%s@localhost:%d/%s".formatted(role, SERVER.getPort(), database));
    }

    private static EmbeddedPostgres startServer() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE".formatted(STAGING_ROLE));
                statement.execute("CREATE ROLE %s LOGIN".formatted(READING_ROLE));
                statement.execute("GRANT pg_read_all_data TO " + READING_ROLE);
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not start", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
