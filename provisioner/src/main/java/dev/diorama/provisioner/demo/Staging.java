package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.embedded.EmbeddedServer;
import dev.diorama.provisioner.environment.Names;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database server for the state, the samples and the clones. The server gets a role that may create databases and
 * roles, and is no superuser; nobody else may connect to the state.
 */
record Staging(ConnectionUrl administrator, ConnectionUrl provisioner) {
    private static final String ROLE = "diorama";
    private static final String STATE = "diorama_state";

    static Staging prepare(EmbeddedServer server) {
        var password = Password.random();
        try (var connection = server.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'".formatted(ROLE, password));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(STATE, ROLE));
            statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(STATE));
            // The provisioner connects to it to create databases; clones have no business there.
            statement.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE postgres TO " + ROLE);
            return new Staging(server.administrator(), server.administrator().withUser(ROLE, password));
        } catch (SQLException e) {
            throw new CommandFailure("The database for the server's state cannot be made: " + e.getMessage(), e);
        }
    }

    ConnectionUrl state() {
        return provisioner.withDatabase(STATE);
    }

    /** Databases and roles that belong to an environment; none once all of them were removed. */
    List<String> clones() {
        try (var connection = administrator.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        SELECT datname::text AS name, 'database ' || datname FROM pg_database
                        UNION ALL
                        SELECT rolname::text, 'role ' || rolname FROM pg_roles
                        """)) {
            var clones = new ArrayList<String>();
            while (rows.next()) {
                if (Names.environmentOfClone(rows.getString(1)).isPresent()) {
                    clones.add(rows.getString(2));
                }
            }
            return clones;
        } catch (SQLException e) {
            throw new CommandFailure("The staging server cannot be looked at: " + e.getMessage(), e);
        }
    }
}
