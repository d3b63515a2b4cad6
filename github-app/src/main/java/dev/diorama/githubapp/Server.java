package dev.diorama.githubapp;

import dev.diorama.provisioner.Provisioner;
import dev.diorama.provisioner.configuration.ServerConfiguration;
import dev.diorama.subsetter.yaml.ConfigurationException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * The server's life. Its configuration is read before Quarkus starts, because it says where Quarkus listens; reconciling
 * begins once it does, because links are probed through the server's own proxy.
 */
@QuarkusMain
public class Server implements QuarkusApplication {
    /** The system property that names the configuration file. */
    static final String CONFIGURATION_PROPERTY = "diorama.config";

    private static final Logger LOG = Logger.getLogger(Server.class);

    private final Provisioner provisioner;

    Server(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Runs until a signal comes; exits with 1 and one message where it cannot start. */
    public static void main(String[] arguments) {
        try {
            var configuration = configuration();
            System.setProperty("quarkus.http.host", "127.0.0.1");
            System.setProperty("quarkus.http.port", Integer.toString(configuration.port()));
        } catch (ConfigurationException e) {
            StartFailure.of(e).tell();
            System.exit(1);
        }
        Quarkus.run(Server.class, Server::exit, arguments);
    }

    /** The configuration that the file says. */
    static ServerConfiguration configuration() {
        var file = System.getProperty(CONFIGURATION_PROPERTY, System.getenv("DIORAMA_CONFIG"));
        if (file == null) {
            throw new ConfigurationException(
                    "No configuration was named: start the server with ./diorama serve --config FILE");
        }
        return ServerConfiguration.read(Path.of(file));
    }

    @Override
    public int run(String... arguments) {
        LOG.infof("listening: %s", provisioner.links().publicUrl());
        provisioner.start();
        Quarkus.waitForExit();
        return 0;
    }

    @SuppressWarnings("NullAway") // the failure is null where there is none
    private static void exit(int exitCode, Throwable failure) {
        if (failure != null) {
            StartFailure.of(failure).tell();
        }
        System.exit(exitCode);
    }
}
