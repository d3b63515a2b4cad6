package dev.diorama.provisioner.configuration;

import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.YamlDocument;
import dev.diorama.subsetter.yaml.YamlMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the stack from the {@code diorama.yml} of a checkout. */
public final class StackFile {
    /** The file at the root of a repository. */
    public static final String NAME = "diorama.yml";

    private static final String DEFAULT_MIGRATIONS = "db/migration";
    private static final Duration DEFAULT_HEALTH_TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    private StackFile() {}

    /**
     * The stack of a checkout.
     *
     * @throws StepFailure when there is no file
     * @throws ConfigurationException with every error of the file
     */
    public static Stack read(Path checkout) {
        var file = checkout.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new StepFailure(
                    """
                    The commit has no %s. The smallest one that would do:
                    services:
                      web:
                        run: <the command that starts the application on $PORT with $DATABASE_URL>"""
                            .formatted(NAME));
        }
        try {
            return parse(NAME, Files.readString(file), Files.isDirectory(checkout.resolve(DEFAULT_MIGRATIONS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack in a text; {@code defaultMigrationsExist} tells whether the usual folder is there. */
    static Stack parse(String fileName, String text, boolean defaultMigrationsExist) {
        var document = YamlDocument.parse(fileName, text);
        var root = document.root();
        var build = root.optionalText("build");
        var services = services(root);
        var publicService = publicService(root, services);
        var migrations = root.optionalMapping("database")
                .flatMap(database -> migrations(database))
                .or(() -> defaultMigrationsExist ? Optional.of(DEFAULT_MIGRATIONS) : Optional.empty());
        // Read from the base branch by the sampler, because it decides what leaves production.
        root.optional("sample");
        document.finish();
        return new Stack(build, services, publicService, migrations);
    }

    private static List<Stack.Service> services(YamlMapping root) {
        var services = new ArrayList<Stack.Service>();
        root.mappings("services").forEach((name, service) -> {
            if (!SERVICE_NAME.matcher(name).matches()) {
                service.error("A service is named by lower-case letters, digits and dashes, 31 at most, not \"%s\""
                        .formatted(name));
            }
            services.add(new Stack.Service(
                    name,
                    service.text("run"),
                    health(service),
                    service.optionalDuration("health-timeout").orElse(DEFAULT_HEALTH_TIMEOUT)));
        });
        if (services.isEmpty()) {
            root.error("services: names no service; at least one is needed, with its run: command");
        }
        return services;
    }

    private static String health(YamlMapping service) {
        var path = service.optionalText("health").orElse("/");
        if (!path.startsWith("/")) {
            service.error("health: is a path and starts with a slash, not \"%s\"".formatted(path));
        }
        return path;
    }

    private static String publicService(YamlMapping root, List<Stack.Service> services) {
        var named = root.optionalText("public");
        var names = services.stream().map(Stack.Service::name).toList();
        if (named.isPresent() && !names.contains(named.get())) {
            root.error("public: names \"%s\", but the services are %s".formatted(named.get(), names));
        }
        if (named.isEmpty() && names.size() > 1 && !names.contains("web")) {
            root.error("Several services and none is called web: add public: <service> to say which answers the link");
        }
        return named.or(() -> names.contains("web")
                        ? Optional.of("web")
                        : names.stream().findFirst())
                .orElse("");
    }

    private static Optional<String> migrations(YamlMapping database) {
        var folder = database.optionalText("migrations");
        folder.filter(path ->
                        Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith(".."))
                .ifPresent(path ->
                        database.error("migrations: is a folder inside the repository, not \"%s\"".formatted(path)));
        return folder;
    }
}
