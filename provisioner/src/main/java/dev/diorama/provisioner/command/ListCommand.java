package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.EnvironmentView;
import dev.diorama.provisioner.environment.Phase;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the server's environments. */
@Command(name = "list", description = "List the environments of a server.")
final class ListCommand implements Runnable {
    @Option(names = "--all", description = "Also those that were removed.")
    boolean all;

    @Mixin
    ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public void run() {
        var shown = server.client().environments().stream()
                .filter(environment -> all || environment.progress() != Phase.REMOVED)
                .toList();
        var out = spec.commandLine().getOut();
        if (shown.isEmpty()) {
            out.println("No environments. Make one with: diorama up PROJECT --branch BRANCH");
        } else {
            out.println(table(shown));
        }
    }

    static String table(List<EnvironmentView> environments) {
        int name = width("ENVIRONMENT", environments, EnvironmentView::name);
        int phase = width("PHASE", environments, EnvironmentView::phase);
        int branch = width("BRANCH", environments, EnvironmentView::branch);
        var format = "%%-%ds  %%-%ds  %%-%ds  %%-7s  %%s".formatted(name, phase, branch);
        return Stream.concat(
                        Stream.of(format.formatted("ENVIRONMENT", "PHASE", "BRANCH", "COMMIT", "LINK")),
                        environments.stream()
                                .map(environment -> format.formatted(
                                        environment.name(),
                                        environment.phase(),
                                        environment.branch(),
                                        environment.sha().substring(0, 7),
                                        environment.link())))
                .collect(Collectors.joining("\n"));
    }

    private static int width(
            String heading, List<EnvironmentView> environments, Function<EnvironmentView, String> column) {
        return Stream.concat(Stream.of(heading), environments.stream().map(column))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }
}
