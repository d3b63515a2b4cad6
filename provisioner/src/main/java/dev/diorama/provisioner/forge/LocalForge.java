package dev.diorama.provisioner.forge;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.environment.EnvironmentId;
import dev.diorama.provisioner.state.LocalPullRequestStore;
import java.util.Optional;

/**
 * The forge of the command line and the demo: pull requests that the server itself remembers, whose head is the head of
 * their branch when they were last pushed. Thread-safe.
 */
public final class LocalForge implements Forge {
    /** The name in {@link EnvironmentId}. */
    public static final String NAME = "local";

    private final LocalPullRequestStore store;
    private final Checkouts checkouts;

    /** A forge that remembers in the state database. */
    public LocalForge(LocalPullRequestStore store, Checkouts checkouts) {
        this.store = store;
        this.checkouts = checkouts;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * A branch was pushed: its pull request is opened, or moves to the branch's head.
     *
     * @throws dev.diorama.provisioner.environment.StepFailure when the repository or the branch is not there
     */
    public EnvironmentId push(ProjectConfiguration project, String branch, Optional<String> title) {
        var head = checkouts.head(project, branch);
        int number = store.push(project.name(), branch, title.orElse(branch), head);
        return new EnvironmentId(NAME, project.name(), number);
    }

    /** The pull request was closed. */
    public void close(EnvironmentId id) {
        store.close(id.repositoryId(), id.number());
    }

    @Override
    public Optional<PullRequest> pullRequest(EnvironmentId id) {
        return store.find(id.repositoryId(), id.number())
                .map(row -> new PullRequest(
                        id,
                        id.repositoryId(),
                        row.title(),
                        row.branch(),
                        row.headSha(),
                        row.open() ? PullRequest.State.OPEN : PullRequest.State.CLOSED));
    }

    @Override
    public void show(EnvironmentId id, String comment) {
        store.comment(id.repositoryId(), id.number(), comment);
    }

    /** The comment that is shown; empty where none was yet. */
    public String comment(EnvironmentId id) {
        return store.find(id.repositoryId(), id.number())
                .map(LocalPullRequestStore.LocalPullRequest::comment)
                .orElse("");
    }
}
