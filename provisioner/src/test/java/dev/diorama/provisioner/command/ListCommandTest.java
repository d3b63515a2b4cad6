package dev.diorama.provisioner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.api.EnvironmentView;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void alignsItsColumns() {
        var table = ListCommand.table(List.of(
                environment("bookshop", 1, "ready", "ratings"),
                environment("warehouse-of-books", 12, "working", "a-rather-long-branch")));

        assertThat(table)
                .isEqualTo(
                        """
                        ENVIRONMENT            PHASE    BRANCH                COMMIT   LINK
                        bookshop#1             ready    ratings               0123456  http://pr-1.bookshop.localhost/
                        warehouse-of-books#12  working  a-rather-long-branch  0123456  http://pr-12.warehouse-of-books.localhost/"""
                                .strip());
    }

    private static EnvironmentView environment(String project, int number, String phase, String branch) {
        return new EnvironmentView(
                project + "#" + number,
                project,
                number,
                "Title",
                branch,
                "0123456789abcdef0123456789abcdef01234567",
                "present",
                phase,
                Optional.empty(),
                URI.create("http://pr-%d.%s.localhost/".formatted(number, project)),
                1,
                1,
                List.of());
    }
}
