package dev.diorama.provisioner.routing;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Names;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of environments: {@code http://pr-1.bookshop.localhost:7070/} below the server's own.
 *
 * @param publicUrl where people reach the server
 */
public record Links(URI publicUrl) {
    /** What a host name names. */
    public record Named(String project, int number) {}

    /** The link of an environment. */
    public URI of(Environment environment) {
        var host = Names.host(environment.project(), environment.identity().number(), publicUrl.getHost());
        var port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
        return URI.create("%s://%s%s/".formatted(publicUrl.getScheme(), host, port));
    }

    /** The environment that a host name, without its port, names; empty for the server's own and for others. */
    public Optional<Named> named(String host) {
        var suffix = "." + publicUrl.getHost();
        if (!host.regionMatches(true, host.length() - suffix.length(), suffix, 0, suffix.length())) {
            return Optional.empty();
        }
        var labels = host.substring(0, host.length() - suffix.length())
                .toLowerCase(Locale.ROOT)
                .split("\\.", -1);
        if (labels.length != 2) {
            return Optional.empty();
        }
        return Names.numberOfLabel(labels[0]).stream()
                .mapToObj(number -> new Named(labels[1], number))
                .findFirst();
    }
}
