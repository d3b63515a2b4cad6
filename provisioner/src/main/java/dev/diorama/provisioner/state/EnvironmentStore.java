package dev.diorama.provisioner.state;

import static dev.diorama.provisioner.state.generated.Tables.ENVIRONMENT;
import static dev.diorama.provisioner.state.generated.Tables.MIGRATION;
import static dev.diorama.provisioner.state.generated.Tables.STEP;

import dev.diorama.provisioner.environment.AppliedMigration;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.EnvironmentId;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.environment.Wanted;
import dev.diorama.provisioner.state.generated.tables.records.EnvironmentRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.impl.DSL;

/**
 * The environments and their steps. Everything that changes what is wanted counts the generation up; everything that
 * the reconciler reports names the generation it worked for, and is dropped when that is no longer the current one.
 * Thread-safe.
 */
public final class EnvironmentStore {
    private final DSLContext context;
    private final Changes changes;

    /** A store on the state database that signals every change. */
    public EnvironmentStore(StateDatabase state, Changes changes) {
        this.context = state.context();
        this.changes = changes;
    }

    /**
     * The environment shall exist at this commit. Nothing happens when that is wanted already.
     *
     * @return the environment as it is now
     */
    public Environment want(EnvironmentId id, String project, String title, String branch, String headSha) {
        var row = context.insertInto(ENVIRONMENT)
                .set(ENVIRONMENT.FORGE, id.forge())
                .set(ENVIRONMENT.REPOSITORY_ID, id.repositoryId())
                .set(ENVIRONMENT.NUMBER, id.number())
                .set(ENVIRONMENT.PROJECT, project)
                .set(ENVIRONMENT.TITLE, title)
                .set(ENVIRONMENT.BRANCH, branch)
                .set(ENVIRONMENT.HEAD_SHA, headSha)
                .set(ENVIRONMENT.WANTED, Wanted.PRESENT.word())
                .set(ENVIRONMENT.GENERATION, 1L)
                .set(ENVIRONMENT.CLONE_GENERATION, 1L)
                .set(ENVIRONMENT.PHASE, Phase.QUEUED.word())
                .onConflict(ENVIRONMENT.FORGE, ENVIRONMENT.REPOSITORY_ID, ENVIRONMENT.NUMBER)
                .doNothing()
                .execute();
        if (row == 0) {
            var wasAbsent = ENVIRONMENT.WANTED.eq(Wanted.ABSENT.word());
            int counted = count(
                    is(id).and(ENVIRONMENT.HEAD_SHA.ne(headSha).or(wasAbsent)),
                    DSL.when(wasAbsent, ENVIRONMENT.GENERATION.plus(1)).otherwise(ENVIRONMENT.CLONE_GENERATION),
                    Wanted.PRESENT,
                    headSha);
            int renamed = context.update(ENVIRONMENT)
                    .set(ENVIRONMENT.TITLE, title)
                    .set(ENVIRONMENT.BRANCH, branch)
                    .where(is(id))
                    .and(ENVIRONMENT.TITLE.ne(title).or(ENVIRONMENT.BRANCH.ne(branch)))
                    .execute();
            if (counted + renamed == 0) {
                return find(id).orElseThrow();
            }
        }
        changes.signal();
        return find(id).orElseThrow();
    }

    /** The environment shall not exist any more. Nothing happens when that is wanted already, or it never was. */
    public Optional<Environment> unwant(EnvironmentId id) {
        var current = find(id);
        current.filter(environment -> environment.wanted() == Wanted.PRESENT)
                .ifPresent(environment -> count(
                        is(id).and(ENVIRONMENT.WANTED.eq(Wanted.PRESENT.word())),
                        ENVIRONMENT.CLONE_GENERATION,
                        Wanted.ABSENT,
                        environment.headSha()));
        changes.signal();
        return find(id);
    }

    /** The environment shall be made anew, its clone included. */
    public Environment renew(Environment environment) {
        count(
                ENVIRONMENT.ID.eq(environment.id()).and(ENVIRONMENT.WANTED.eq(Wanted.PRESENT.word())),
                ENVIRONMENT.GENERATION.plus(1),
                Wanted.PRESENT,
                environment.headSha());
        changes.signal();
        return load(environment.id());
    }

    private int count(Condition condition, Field<Long> cloneGeneration, Wanted wanted, String headSha) {
        return context.update(ENVIRONMENT)
                .set(ENVIRONMENT.GENERATION, ENVIRONMENT.GENERATION.plus(1))
                .set(ENVIRONMENT.CLONE_GENERATION, cloneGeneration)
                .set(ENVIRONMENT.WANTED, wanted.word())
                .set(ENVIRONMENT.HEAD_SHA, headSha)
                .set(ENVIRONMENT.PHASE, Phase.QUEUED.word())
                .setNull(ENVIRONMENT.FAILURE)
                .set(ENVIRONMENT.REVISION, ENVIRONMENT.REVISION.plus(1))
                .set(ENVIRONMENT.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(condition)
                .execute();
    }

    /** The environment of a pull request. */
    public Optional<Environment> find(EnvironmentId id) {
        return context.selectFrom(ENVIRONMENT).where(is(id)).fetchOptional(EnvironmentStore::environment);
    }

    /** The environment of a project's pull request, as people name it. */
    public Optional<Environment> find(String project, int number) {
        return context.selectFrom(ENVIRONMENT)
                .where(ENVIRONMENT.PROJECT.eq(project).and(ENVIRONMENT.NUMBER.eq(number)))
                .fetchOptional(EnvironmentStore::environment);
    }

    /** An environment that is known to be there. */
    public Environment load(long id) {
        return context.selectFrom(ENVIRONMENT).where(ENVIRONMENT.ID.eq(id)).fetchSingle(EnvironmentStore::environment);
    }

    /** Every environment that there ever was, oldest first. */
    public List<Environment> all() {
        return context.selectFrom(ENVIRONMENT).orderBy(ENVIRONMENT.ID).fetch(EnvironmentStore::environment);
    }

    /** The steps of a generation in the order in which they began. */
    public List<StepRecord> steps(long environmentId, long generation) {
        return context.select(STEP.NAME, STEP.STATE, STEP.STARTED_AT, STEP.ENDED_AT, STEP.DETAIL, STEP.LOG)
                .from(STEP)
                .where(STEP.ENVIRONMENT_ID.eq(environmentId).and(STEP.GENERATION.eq(generation)))
                .orderBy(STEP.STARTED_AT)
                .fetch(EnvironmentStore::step);
    }

    /** Forgets steps that were being taken when their server died; only for an environment that nobody works on. */
    public void forgetUnfinished(long environmentId) {
        context.deleteFrom(STEP)
                .where(STEP.ENVIRONMENT_ID.eq(environmentId).and(STEP.STATE.eq(StepState.RUNNING.word())))
                .execute();
    }

    /** A step begins: what it invalidates is forgotten. */
    public void begin(Environment environment, Step step, Instant now) {
        context.transaction(transaction -> {
            var inside = transaction.dsl();
            var names = step.invalidates().stream().map(Step::word).toList();
            inside.deleteFrom(STEP)
                    .where(of(environment).and(STEP.NAME.in(names).or(STEP.NAME.eq(step.word()))))
                    .execute();
            inside.insertInto(STEP)
                    .set(STEP.ENVIRONMENT_ID, environment.id())
                    .set(STEP.GENERATION, environment.generation())
                    .set(STEP.NAME, step.word())
                    .set(STEP.STATE, StepState.RUNNING.word())
                    .set(STEP.STARTED_AT, now.atOffset(ZoneOffset.UTC))
                    .execute();
            if (step == Step.CLONE) {
                inside.deleteFrom(MIGRATION)
                        .where(MIGRATION.ENVIRONMENT_ID.eq(environment.id()))
                        .execute();
            }
        });
        revise(environment, Phase.WORKING, Optional.empty());
    }

    /** A step ended. */
    public void end(Environment environment, Step step, StepState state, Instant now, String detail, String log) {
        context.update(STEP)
                .set(STEP.STATE, state.word())
                .set(STEP.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(STEP.DETAIL, storable(detail))
                .set(STEP.LOG, storable(log))
                .where(of(environment).and(STEP.NAME.eq(step.word())))
                .execute();
        revise(environment, Phase.WORKING, Optional.empty());
    }

    /** A step was given up because something newer is wanted. */
    public void abandon(Environment environment, Step step) {
        context.deleteFrom(STEP)
                .where(of(environment).and(STEP.NAME.eq(step.word())))
                .execute();
    }

    /** The reconciler has come this far; dropped when the environment's generation is a newer one. */
    public void revise(Environment environment, Phase phase, Optional<String> failure) {
        context.update(ENVIRONMENT)
                .set(ENVIRONMENT.PHASE, phase.word())
                .set(
                        ENVIRONMENT.FAILURE,
                        failure.map(EnvironmentStore::storable).orElse(null))
                .set(ENVIRONMENT.REVISION, ENVIRONMENT.REVISION.plus(1))
                .set(ENVIRONMENT.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(ENVIRONMENT.ID.eq(environment.id()).and(ENVIRONMENT.GENERATION.eq(environment.generation())))
                .execute();
        changes.signal();
    }

    /** A migration was applied to the environment's clone. */
    public void applied(Environment environment, AppliedMigration migration) {
        var ordinal = DSL.select(DSL.coalesce(DSL.max(MIGRATION.ORDINAL), -1).plus(1))
                .from(MIGRATION)
                .where(MIGRATION
                        .ENVIRONMENT_ID
                        .eq(environment.id())
                        .and(MIGRATION.GENERATION.eq(environment.generation())));
        context.insertInto(MIGRATION)
                .set(MIGRATION.ENVIRONMENT_ID, environment.id())
                .set(MIGRATION.GENERATION, environment.generation())
                .set(MIGRATION.ORDINAL, DSL.field(ordinal))
                .set(MIGRATION.VERSION, migration.version())
                .set(MIGRATION.DESCRIPTION, migration.description())
                .set(MIGRATION.MILLIS, migration.duration().toMillis())
                .execute();
    }

    /** What was applied to the environment's clone since it was made, in order. */
    public List<AppliedMigration> migrations(long environmentId) {
        return context.selectFrom(MIGRATION)
                .where(MIGRATION.ENVIRONMENT_ID.eq(environmentId))
                .orderBy(MIGRATION.GENERATION, MIGRATION.ORDINAL)
                .fetch(row -> new AppliedMigration(
                        row.getVersion(), row.getDescription(), Duration.ofMillis(row.getMillis())));
    }

    private static Condition is(EnvironmentId id) {
        return ENVIRONMENT
                .FORGE
                .eq(id.forge())
                .and(ENVIRONMENT.REPOSITORY_ID.eq(id.repositoryId()))
                .and(ENVIRONMENT.NUMBER.eq(id.number()));
    }

    private static Condition of(Environment environment) {
        return STEP.ENVIRONMENT_ID.eq(environment.id()).and(STEP.GENERATION.eq(environment.generation()));
    }

    /** PostgreSQL's text has no place for a zero byte, and programs do print them. */
    private static String storable(String text) {
        return text.replace("\0", "\uFFFD");
    }

    private static Environment environment(EnvironmentRecord row) {
        return new Environment(
                row.getId(),
                new EnvironmentId(row.getForge(), row.getRepositoryId(), row.getNumber()),
                row.getProject(),
                row.getTitle(),
                row.getBranch(),
                row.getHeadSha(),
                Wanted.of(row.getWanted()),
                row.getGeneration(),
                row.getCloneGeneration(),
                Phase.of(row.getPhase()),
                Optional.ofNullable(row.getFailure()),
                row.getRevision());
    }

    private static StepRecord step(Record6<String, String, OffsetDateTime, OffsetDateTime, String, String> row) {
        return new StepRecord(
                Step.of(row.value1()),
                StepState.of(row.value2()),
                row.value3().toInstant(),
                Optional.ofNullable(row.value4()).map(OffsetDateTime::toInstant),
                row.value5(),
                row.value6());
    }
}
