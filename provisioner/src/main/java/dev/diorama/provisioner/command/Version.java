package dev.diorama.provisioner.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the program's manifest, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Diorama.class.getPackage().getImplementationVersion())
                .orElse("of an unpacked build");
        return new String[] {"Diorama %s, Java %s".formatted(version, System.getProperty("java.version"))};
    }
}
