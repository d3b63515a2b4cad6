package dev.diorama.provisioner.api;

import java.util.List;

/**
 * The last lines that something wrote.
 *
 * @param kind {@code step} or {@code service}
 * @param name which one
 */
public record LogView(String kind, String name, List<String> lines) {
    /** The {@link #kind} of a step. */
    public static final String STEP = "step";
    /** The {@link #kind} of a service. */
    public static final String SERVICE = "service";

    public LogView {
        lines = List.copyOf(lines);
    }
}
