package dev.diorama.provisioner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.api.EnvironmentView;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationTest {
    @Test
    void namesTheServerOnlyWhereCommandsWouldNotFindIt() {
        assertThat(invitation(7070)).contains("  ./diorama list\n", "  ./diorama reprovision bookshop#1\n");
        assertThat(invitation(8080))
                .isEqualTo(
                        """
                        Open  http://pr-1.bookshop.localhost:8080/

                        In a second terminal:
                          ./diorama list --server http://localhost:8080
                          ./diorama reprovision bookshop#1 --server http://localhost:8080
                          ./diorama logs bookshop#1 --server http://localhost:8080

                        Its repository is /demo/repository. Commit to a branch of it, then:
                          ./diorama up bookshop --branch BRANCH --server http://localhost:8080

                        Ctrl-C ends the demo and removes everything.""");
    }

    private static String invitation(int port) {
        var environment = new EnvironmentView(
                "bookshop#1",
                "bookshop",
                1,
                "Ratings",
                "ratings",
                "0123456789abcdef0123456789abcdef01234567",
                "present",
                "ready",
                Optional.empty(),
                URI.create("http://pr-1.bookshop.localhost:%d/".formatted(port)),
                1,
                1,
                List.of());
        return new Invitation(environment, URI.create("http://localhost:" + port), Path.of("/demo/repository")).text();
    }
}
