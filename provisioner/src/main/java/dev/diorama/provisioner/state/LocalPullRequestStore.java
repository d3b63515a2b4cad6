package dev.diorama.provisioner.state;

import static dev.diorama.provisioner.state.generated.Tables.LOCAL_PULL_REQUEST;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The pull requests of the local forge. Thread-safe. */
public final class LocalPullRequestStore {
    private final DSLContext context;

    /** A store on the state database. */
    public LocalPullRequestStore(StateDatabase state) {
        this.context = state.context();
    }

    /**
     * A pull request as it is remembered.
     *
     * @param comment the comment that is shown; empty where none was yet
     */
    public record LocalPullRequest(String title, String branch, String headSha, boolean open, String comment) {}

    /** Opens the pull request of a branch or moves it; its number is the next free one of the project. */
    public int push(String project, String branch, String title, String headSha) {
        return context.transactionResult(transaction -> {
            var inside = transaction.dsl();
            // Two pushes at once must not get one number: the table is small, and a push is rare.
            inside.execute("LOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE", LOCAL_PULL_REQUEST);
            var known = inside.select(LOCAL_PULL_REQUEST.NUMBER)
                    .from(LOCAL_PULL_REQUEST)
                    .where(LOCAL_PULL_REQUEST.PROJECT.eq(project).and(LOCAL_PULL_REQUEST.BRANCH.eq(branch)))
                    .fetchOptional(LOCAL_PULL_REQUEST.NUMBER);
            int number = known.orElseGet(() -> inside.select(
                            DSL.coalesce(DSL.max(LOCAL_PULL_REQUEST.NUMBER), 0).plus(1))
                    .from(LOCAL_PULL_REQUEST)
                    .where(LOCAL_PULL_REQUEST.PROJECT.eq(project))
                    .fetchSingle()
                    .value1());
            inside.insertInto(LOCAL_PULL_REQUEST)
                    .set(LOCAL_PULL_REQUEST.PROJECT, project)
                    .set(LOCAL_PULL_REQUEST.NUMBER, number)
                    .set(LOCAL_PULL_REQUEST.BRANCH, branch)
                    .set(LOCAL_PULL_REQUEST.TITLE, title)
                    .set(LOCAL_PULL_REQUEST.HEAD_SHA, headSha)
                    .set(LOCAL_PULL_REQUEST.OPEN, true)
                    .onConflict(LOCAL_PULL_REQUEST.PROJECT, LOCAL_PULL_REQUEST.NUMBER)
                    .doUpdate()
                    .set(LOCAL_PULL_REQUEST.TITLE, title)
                    .set(LOCAL_PULL_REQUEST.HEAD_SHA, headSha)
                    .set(LOCAL_PULL_REQUEST.OPEN, true)
                    .execute();
            return number;
        });
    }

    /** Closes a pull request; nothing happens where there is none. */
    public void close(String project, int number) {
        context.update(LOCAL_PULL_REQUEST)
                .set(LOCAL_PULL_REQUEST.OPEN, false)
                .where(is(project, number))
                .execute();
    }

    /** Replaces a pull request's comment. */
    public void comment(String project, int number, String comment) {
        context.update(LOCAL_PULL_REQUEST)
                .set(LOCAL_PULL_REQUEST.COMMENT, comment)
                .where(is(project, number))
                .execute();
    }

    /** A pull request by its number. */
    public Optional<LocalPullRequest> find(String project, int number) {
        return context.selectFrom(LOCAL_PULL_REQUEST)
                .where(is(project, number))
                .fetchOptional(row -> new LocalPullRequest(
                        row.getTitle(), row.getBranch(), row.getHeadSha(), row.getOpen(), row.getComment()));
    }

    private static Condition is(String project, int number) {
        return LOCAL_PULL_REQUEST.PROJECT.eq(project).and(LOCAL_PULL_REQUEST.NUMBER.eq(number));
    }
}
