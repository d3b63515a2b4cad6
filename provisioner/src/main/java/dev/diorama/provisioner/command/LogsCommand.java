package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what steps and services wrote. */
@Command(
        name = "logs",
        description = {
            "Print what an environment's steps and services wrote.",
            "Of everything, or of one step or one service; then without a heading."
        })
final class LogsCommand extends ServerCommand {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Option(names = "--step", paramLabel = "STEP", description = "Only this step, such as build.")
    Optional<String> step = Optional.empty();

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only this service, such as web.")
    Optional<String> service = Optional.empty();

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "200",
            description = "The last N lines of each; by default 200.")
    int lines;

    @Override
    int run(ApiClient client, PrintWriter out) {
        var logs = client.logs(environment.name, step, service, lines);
        for (var log : logs) {
            if (logs.size() > 1) {
                out.println("--- %s %s".formatted(log.kind(), log.name()));
            }
            log.lines().forEach(out::println);
        }
        return ExitCode.OK;
    }
}
