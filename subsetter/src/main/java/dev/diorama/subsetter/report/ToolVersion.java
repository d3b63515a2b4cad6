package dev.diorama.subsetter.report;

import java.util.Optional;

/** Which Diorama runs, by the manifest of the program that it was packed into. */
public final class ToolVersion {
    private static final String UNPACKED = "unpacked";

    private ToolVersion() {}

    /** The version; {@code unpacked} where classes run from a folder. */
    public static String current() {
        return Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
                .orElse(UNPACKED);
    }
}
