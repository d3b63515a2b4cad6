package dev.diorama.provisioner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookshopRepositoryTest {
    private static final Path BOOKSHOP = Path.of("../examples/bookshop");

    @TempDir
    Path folder;

    @Test
    void commitsTheBranchOnTopOfMain() throws Exception {
        var detail = BookshopRepository.make(folder.resolve("one"), BOOKSHOP);

        assertThat(detail).isEqualTo("branches main and ratings, 4 commits");
        assertThat(commits("one", "ratings"))
                .extracting(RevCommit::getShortMessage)
                .containsExactly(
                        "Show what readers think of each book",
                        "Keep the average rating with the book",
                        "Let readers rate a book without a review",
                        "Open the bookshop");
        assertThat(commits("one", "main"))
                .extracting(RevCommit::getShortMessage)
                .containsExactly("Open the bookshop");
        assertThat(commits("one", "ratings"))
                .allSatisfy(commit -> assertThat(commit.getAuthorIdent().toExternalString())
                        .startsWith("Bookshop Developers <developers@bookshop.example> "));
        assertThat(folder.resolve("one")).isDirectoryContaining(file -> file.endsWith("lib"));
        assertThat(folder.resolve("one/lib/postgresql.jar")).isNotEmptyFile();
    }

    @Test
    void makesTheSameCommitsEveryTime() throws Exception {
        BookshopRepository.make(folder.resolve("one"), BOOKSHOP);
        BookshopRepository.make(folder.resolve("two"), BOOKSHOP);

        assertThat(commits("one", "ratings")).isEqualTo(commits("two", "ratings"));
    }

    private List<RevCommit> commits(String repository, String branch) throws Exception {
        try (var git = Git.open(folder.resolve(repository).toFile())) {
            var head = git.getRepository().resolve("refs/heads/" + branch);
            return StreamSupport.stream(git.log().add(head).call().spliterator(), false)
                    .toList();
        }
    }
}
