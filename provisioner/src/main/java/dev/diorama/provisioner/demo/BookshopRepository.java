package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.postgresql.Driver;

/**
 * The bookshop's git repository, made of files: {@code main} is one commit; {@code ratings} has one for each folder, in
 * their order. Author and times are fixed, so every run makes the same commits.
 */
final class BookshopRepository {
    static final String BRANCH = "ratings";
    static final String TITLE = "Show what readers think of each book";

    private static final String COMMIT_MESSAGE = "COMMIT_MESSAGE";
    private static final Instant FIRST_COMMIT = Instant.parse("2026-01-05T09:00:00Z");
    private static final long SECONDS_BETWEEN_COMMITS = 3_600;

    private final Git git;
    private final Path folder;
    private long commits;

    private BookshopRepository(Git git, Path folder) {
        this.git = git;
        this.folder = folder;
    }

    /**
     * Makes the repository, checked out at {@code main}.
     *
     * @return what there is, for people
     */
    static String make(Path folder, Path bookshop) {
        var source = bookshop.resolve("repository");
        try (var git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            var repository = new BookshopRepository(git, folder);
            repository.copy(source.resolve("main"));
            repository.addDriver();
            repository.commit("Open the bookshop");
            git.checkout().setCreateBranch(true).setName(BRANCH).call();
            for (var step : steps(source.resolve(BRANCH))) {
                repository.copy(step);
                repository.commit(Files.readString(step.resolve(COMMIT_MESSAGE)));
            }
            git.checkout().setName("main").call();
            return "branches main and %s, %d commits".formatted(BRANCH, repository.commits);
        } catch (IOException | GitAPIException e) {
            throw new CommandFailure("The bookshop's repository cannot be made: " + e.getMessage(), e);
        }
    }

    private static List<Path> steps(Path branch) throws IOException {
        try (var folders = Files.list(branch)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void copy(Path source) throws IOException {
        List<Path> files;
        try (var paths = Files.walk(source)) {
            files = paths.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(COMMIT_MESSAGE))
                    .toList();
        }
        for (var file : files) {
            var target = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The application's one library, so that its build needs no network. */
    private void addDriver() throws IOException {
        try {
            var driver = Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.createDirectories(folder.resolve("lib"));
            Files.copy(driver, folder.resolve("lib/postgresql.jar"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The location of PostgreSQL's driver is no URI", e);
        }
    }

    private void commit(String message) throws GitAPIException {
        var when = FIRST_COMMIT.plusSeconds(SECONDS_BETWEEN_COMMITS * commits++);
        var developers = new PersonIdent("Bookshop Developers", "developers@bookshop.example", when, ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message.strip() + "\n")
                .setAuthor(developers)
                .setCommitter(developers)
                .setSign(false)
                .call();
    }
}
