package dev.diorama.provisioner.state;

import static dev.diorama.provisioner.state.generated.Tables.SAMPLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Which samples there are. A sample's database is named by its id. Thread-safe. */
public final class SampleStore {
    private static final String BUILDING = "building";
    private static final String READY = "ready";
    private static final String FAILED = "failed";

    private final DSLContext context;

    /** A store on the state database. */
    public SampleStore(StateDatabase state) {
        this.context = state.context();
    }

    /**
     * A sample that can be cloned.
     *
     * @param report the subsetter's report, as JSON
     */
    public record ReadySample(long id, Instant createdAt, String report) {}

    /** The newest sample of a project that can be cloned. */
    public Optional<ReadySample> newest(String project) {
        return context.selectFrom(SAMPLE)
                .where(SAMPLE.PROJECT.eq(project).and(SAMPLE.STATE.eq(READY)))
                .orderBy(SAMPLE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new ReadySample(
                        row.getId(),
                        row.getCreatedAt().toInstant(),
                        row.getReport().data()));
    }

    /** The report of a complete sample, as JSON. */
    public Optional<String> report(long id) {
        return context.select(SAMPLE.REPORT)
                .from(SAMPLE)
                .where(SAMPLE.ID.eq(id).and(SAMPLE.STATE.eq(READY)))
                .fetchOptional(SAMPLE.REPORT)
                .map(JSONB::data);
    }

    /** Begins a sample; its number names its database. */
    public long begin(String project) {
        return context.insertInto(SAMPLE)
                .set(SAMPLE.PROJECT, project)
                .set(SAMPLE.STATE, BUILDING)
                .returning(SAMPLE.ID)
                .fetchSingle()
                .getId();
    }

    /** The sample is complete. */
    public void ready(long id, String report) {
        context.update(SAMPLE)
                .set(SAMPLE.STATE, READY)
                .set(SAMPLE.REPORT, JSONB.valueOf(report))
                .where(SAMPLE.ID.eq(id))
                .execute();
    }

    /** The sample will never be complete, or its database is gone. */
    public void failed(long id) {
        context.update(SAMPLE).set(SAMPLE.STATE, FAILED).where(SAMPLE.ID.eq(id)).execute();
    }

    /** The samples that were being made; only meaningful while nobody makes one. */
    public List<Long> unfinished() {
        return context.select(SAMPLE.ID)
                .from(SAMPLE)
                .where(SAMPLE.STATE.eq(BUILDING))
                .fetch(SAMPLE.ID);
    }
}
