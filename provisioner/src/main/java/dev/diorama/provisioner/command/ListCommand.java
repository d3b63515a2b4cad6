package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.api.EnvironmentView;
import dev.diorama.provisioner.environment.Phase;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Prints the server's environments. */
@Command(name = "list", description = "List the environments of a server.")
final class ListCommand extends ServerCommand {
    @Option(names = "--all", description = "Also those that were removed.")
    boolean all;

    @Override
    int run(ApiClient client, PrintWriter out) {
        var shown = client.environments().stream()
                .filter(environment -> all || environment.progress() != Phase.REMOVED)
                .toList();
        out.println(
                shown.isEmpty()
                        ? "No environments. Make one with: ./diorama up PROJECT --branch BRANCH"
                        : table(shown));
        return ExitCode.OK;
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
