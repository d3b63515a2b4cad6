package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.api.EnvironmentView;
import java.net.URI;
import java.nio.file.Path;

/** What a person can do now: open the link, and try commands in a second terminal. Pure. */
record Invitation(EnvironmentView environment, URI server, Path repository) {
    private static final int DEFAULT_PORT = 7070;

    String text() {
        return """
                Open  %1$s

                In a second terminal:
                  ./diorama list%3$s
                  ./diorama reprovision %2$s%3$s
                  ./diorama logs %2$s%3$s

                Its repository is %4$s. Commit to a branch of it, then:
                  ./diorama up %5$s --branch BRANCH%3$s

                Ctrl-C ends the demo and removes everything."""
                .formatted(environment.link(), environment.name(), serverOption(), repository, environment.project());
    }

    private String serverOption() {
        return server.getPort() == DEFAULT_PORT ? "" : " --server " + server;
    }
}
