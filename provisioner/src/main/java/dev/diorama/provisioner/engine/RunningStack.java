package dev.diorama.provisioner.engine;

import java.util.Map;
import java.util.Objects;

/**
 * Services that run.
 *
 * @param ports where each service listens on the loopback address, by name
 * @param publicService the name of the service that answers the link
 */
public record RunningStack(long generation, Map<String, Integer> ports, String publicService) {
    public RunningStack {
        ports = Map.copyOf(ports);
    }

    /** Where the link leads. */
    public int publicPort() {
        return Objects.requireNonNull(ports.get(publicService), publicService);
    }
}
