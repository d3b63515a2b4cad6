package dev.diorama.provisioner.configuration;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.YamlDocument;
import dev.diorama.subsetter.yaml.YamlMapping;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server is told at its start.
 *
 * @param port where it listens, on the loopback address
 * @param publicUrl the address that people see; environments answer below its host name
 * @param home the folder for checkouts, processes and logs
 * @param state the database for the server's memory
 * @param staging the database server for samples and clones, with a role that may create databases and roles
 * @param maskKey which key masks are made with: another number is another key
 * @param projects by name
 */
public record ServerConfiguration(
        int port,
        URI publicUrl,
        Path home,
        ConnectionUrl state,
        ConnectionUrl staging,
        long maskKey,
        Map<String, ProjectConfiguration> projects) {

    private static final int DEFAULT_PORT = 7070;
    private static final Pattern PROJECT_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public ServerConfiguration {
        projects = Map.copyOf(projects);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException with every error of the file
     */
    public static ServerConfiguration read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("There is no server configuration at " + file);
        } catch (IOException e) {
            throw new ConfigurationException("The server configuration %s cannot be read: %s".formatted(file, e));
        }
    }

    static ServerConfiguration parse(String fileName, String text) {
        var document = YamlDocument.parse(fileName, text);
        var root = document.root();
        int port = port(root);
        var publicUrl = publicUrl(root, port);
        var home = Path.of(root.text("home"));
        var state = connection(root, "state");
        var staging = connection(root, "staging");
        long maskKey = root.optionalInteger("mask-key").orElse(1L);
        var projects = new LinkedHashMap<String, ProjectConfiguration>();
        root.mappings("projects").forEach((name, project) -> {
            if (!PROJECT_NAME.matcher(name).matches()) {
                project.error("A project is named by lower-case letters, digits and dashes, 40 at most, not \"%s\""
                        .formatted(name));
            }
            var repository = project.text("repository");
            var base = project.optionalText("base").orElse("main");
            connection(project, "production")
                    .ifPresent(production ->
                            projects.put(name, new ProjectConfiguration(name, repository, base, production)));
        });
        document.finish();
        return new ServerConfiguration(
                port, publicUrl, home.toAbsolutePath(), state.orElseThrow(), staging.orElseThrow(), maskKey, projects);
    }

    private static int port(YamlMapping root) {
        long port = root.optionalInteger("port").orElse((long) DEFAULT_PORT);
        if (port < 1 || port > 65_535) {
            root.error("port: is a number from 1 to 65535, not " + port);
            return DEFAULT_PORT;
        }
        return (int) port;
    }

    private static URI publicUrl(YamlMapping root, int port) {
        var fallback = URI.create("http://localhost:" + port);
        return root.optionalText("public-url")
                .map(text -> {
                    try {
                        var url = URI.create(text);
                        if (url.getHost() != null
                                && String.valueOf(url.getScheme()).matches("https?")) {
                            return url;
                        }
                    } catch (IllegalArgumentException e) {
                        // Told below, like every other text that is not an address.
                    }
                    root.error(
                            "public-url: is an address like https://preview.example.com, not \"%s\"".formatted(text));
                    return fallback;
                })
                .orElse(fallback);
    }

    private static Optional<ConnectionUrl> connection(YamlMapping mapping, String key) {
        var text = mapping.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConnectionUrl.parse(text));
        } catch (ConfigurationException e) {
            mapping.error("%s: %s".formatted(key, e.getMessage()));
            return Optional.empty();
        }
    }
}
