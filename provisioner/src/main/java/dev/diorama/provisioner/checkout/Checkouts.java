package dev.diorama.provisioner.checkout;

import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.environment.StepFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Commits on disk. {@code repositories/<project>.git} is a bare cache of objects; {@code checkouts/<environment>/<sha>}
 * is a commit's tree, moved there when it is complete, and {@code <sha>.built} beside it says that its build is.
 * Thread-safe.
 */
public final class Checkouts {
    private static final String BUILT = ".built";
    // How long a repository may stay silent, so that a stalled one holds nobody up for ever.
    private static final int TIMEOUT_SECONDS = 60;
    private static final String HEADS = "+refs/heads/*:refs/heads/*";

    private final Path home;
    // Two environments of one project must not fetch into one cache at once.
    private final ConcurrentHashMap<String, ReentrantLock> caches = new ConcurrentHashMap<>();

    /** Checkouts below the server's home folder. */
    public Checkouts(Path home) {
        this.home = home;
    }

    /**
     * The head of a branch, asked of the repository itself.
     *
     * @throws StepFailure when there is no such repository or branch
     */
    public String head(ProjectConfiguration project, String branch) {
        var name = "refs/heads/" + branch;
        try {
            return Git.lsRemoteRepository()
                    .setRemote(project.repository())
                    .setHeads(true)
                    .setTimeout(TIMEOUT_SECONDS)
                    .call()
                    .stream()
                    .filter(ref -> ref.getName().equals(name))
                    .map(ref -> ObjectId.toString(ref.getObjectId()))
                    .findFirst()
                    .orElseThrow(() -> new StepFailure("Repository %s of project \"%s\" has no branch \"%s\""
                            .formatted(RepositoryUrl.redacted(project.repository()), project.name(), branch)));
        } catch (GitAPIException e) {
            throw unreachable(project, e);
        }
    }

    /** Makes the folder of a commit, unless it is there. */
    public Path checkout(ProjectConfiguration project, long environmentId, String sha) {
        var target = folder(environmentId, sha);
        if (!Files.isDirectory(target)) {
            var part = target.resolveSibling(sha + ".part");
            FolderTree.delete(part);
            try (var repository = withCommit(project, sha)) {
                Files.createDirectories(part);
                write(repository, sha, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FolderTree.delete(part);
                throw new StepFailure(
                        "Commit %s cannot be written to %s: %s".formatted(sha.substring(0, 7), part, e.getMessage()),
                        e);
            }
        }
        return target;
    }

    /** A file of a branch's head as it is now; empty when there is none. */
    public Optional<String> file(ProjectConfiguration project, String branch, String path) {
        var sha = head(project, branch);
        try (var repository = withCommit(project, sha);
                var walk = new RevWalk(repository);
                var tree = TreeWalk.forPath(
                        repository,
                        path,
                        walk.parseCommit(ObjectId.fromString(sha)).getTree())) {
            if (tree == null) {
                return Optional.empty();
            }
            return Optional.of(new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted commit if its checkout is complete. */
    public Optional<String> present(long environmentId, String wanted) {
        return Files.isDirectory(folder(environmentId, wanted)) ? Optional.of(wanted) : Optional.empty();
    }

    /** The wanted commit if its build is complete. */
    public Optional<String> built(long environmentId, String wanted) {
        return Files.exists(builtMarker(environmentId, wanted)) ? Optional.of(wanted) : Optional.empty();
    }

    /** The build of a commit is complete. */
    public void markBuilt(long environmentId, String sha) {
        try {
            Files.writeString(builtMarker(environmentId, sha), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a commit, whether it is there or not. */
    public Path folder(long environmentId, String sha) {
        return root(environmentId).resolve(sha);
    }

    /** Removes every commit of an environment but this one. */
    public void keepOnly(long environmentId, String sha) {
        children(root(environmentId)).stream()
                .filter(child -> !child.getFileName().toString().startsWith(sha))
                .forEach(FolderTree::delete);
    }

    /** Removes every checkout of an environment. */
    public void remove(long environmentId) {
        FolderTree.delete(root(environmentId));
    }

    /** The environments that have a folder here. */
    public List<Long> environments() {
        return children(home.resolve("checkouts")).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> name.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .toList();
    }

    private Repository withCommit(ProjectConfiguration project, String sha) throws IOException {
        var cache = home.resolve("repositories").resolve(project.name() + ".git");
        var lock = caches.computeIfAbsent(project.name(), name -> new ReentrantLock());
        lock.lock();
        try {
            if (!Files.exists(cache.resolve("HEAD"))) {
                Git.init().setBare(true).setGitDir(cache.toFile()).call().close();
            }
            fetchUnlessPresent(project, cache, sha);
        } catch (GitAPIException e) {
            throw unreachable(project, e);
        } finally {
            lock.unlock();
        }
        return new FileRepositoryBuilder().setGitDir(cache.toFile()).build();
    }

    private static void fetchUnlessPresent(ProjectConfiguration project, Path cache, String sha)
            throws IOException, GitAPIException {
        var commit = ObjectId.fromString(sha);
        try (var git = Git.open(cache.toFile())) {
            var objects = git.getRepository().getObjectDatabase();
            if (!objects.has(commit)) {
                git.fetch()
                        .setRemote(project.repository())
                        .setRefSpecs(HEADS)
                        .setRemoveDeletedRefs(true)
                        .setTimeout(TIMEOUT_SECONDS)
                        .call();
            }
            if (!objects.has(commit)) {
                throw new StepFailure(
                        "Commit %s is on no branch of %s any more; push again or re-provision at the new head"
                                .formatted(sha.substring(0, 7), RepositoryUrl.redacted(project.repository())));
            }
        }
    }

    private static void write(Repository cache, String sha, Path folder) throws IOException {
        var index = folder.resolveSibling(sha + ".index");
        try (var repository = new FileRepositoryBuilder()
                        .setGitDir(cache.getDirectory())
                        .setWorkTree(folder.toFile())
                        .setIndexFile(index.toFile())
                        .build();
                var walk = new RevWalk(repository)) {
            var tree = walk.parseCommit(ObjectId.fromString(sha)).getTree();
            var checkout = new DirCacheCheckout(repository, repository.lockDirCache(), tree);
            checkout.setFailOnConflict(false);
            checkout.checkout();
        } finally {
            Files.deleteIfExists(index);
        }
    }

    private static StepFailure unreachable(ProjectConfiguration project, GitAPIException e) {
        var url = RepositoryUrl.redacted(project.repository());
        return new StepFailure(
                "Project \"%s\" cannot be read: %s is not a repository that answers (%s). Check repository: in the server's configuration"
                        .formatted(project.name(), url, RepositoryUrl.redactedIn(e.getMessage(), project.repository())),
                e);
    }

    private Path builtMarker(long environmentId, String sha) {
        return root(environmentId).resolve(sha + BUILT);
    }

    private Path root(long environmentId) {
        return home.resolve("checkouts").resolve(Long.toString(environmentId));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
