package dev.diorama.provisioner.engine;

import java.util.Map;

/**
 * Services that run.
 *
 * @param ports where each service listens on the loopback address, by name
 */
public record RunningStack(long generation, Map<String, Integer> ports) {
    public RunningStack {
        ports = Map.copyOf(ports);
    }
}
