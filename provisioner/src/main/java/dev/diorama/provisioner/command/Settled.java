package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.api.EnvironmentView;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.terminal.Following;
import dev.diorama.provisioner.terminal.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/** Follows an environment to its end, says what came of it, and tells the exit code. */
final class Settled {
    private Settled() {}

    static int follow(ApiClient client, EnvironmentView environment, PrintWriter out) {
        out.println("%s  %s at %s"
                .formatted(
                        environment.name(),
                        environment.branch(),
                        environment.sha().substring(0, 7)));
        EnvironmentView settled;
        try (var progress = Progress.to(out)) {
            settled = new Following(client, progress).untilSettled(environment);
        }
        out.println(conclusion(settled));
        return settled.progress() == Phase.FAILED ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    static String conclusion(EnvironmentView settled) {
        return switch (settled.progress()) {
            case READY -> "%s is ready: %s".formatted(settled.name(), settled.link());
            case REMOVED -> settled.name() + " was removed";
            case FAILED ->
                "%s failed. What its steps wrote: ./diorama logs %s".formatted(settled.name(), settled.name());
            case QUEUED, WORKING, REMOVING -> throw new IllegalStateException(settled + " is not settled");
        };
    }
}
