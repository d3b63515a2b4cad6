package dev.diorama.provisioner.staging;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.configuration.StackFile;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepLog;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.provisioner.state.SampleStore;
import dev.diorama.provisioner.state.SampleStore.ReadySample;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.report.ReportJson;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The samples of each project. A sample is made when the first environment asks for it, once, whoever else asks
 * meanwhile; all of them are then cloned from it. Thread-safe.
 */
public final class Samples {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);

    // One seed for all: a sample that is made again has the rows it had, where production still has them.
    private static final long SEED = 1;

    private final SampleStore store;
    private final StagingServer staging;
    private final Checkouts checkouts;
    private final MaskKey maskKey;
    private final ConcurrentHashMap<String, ReentrantLock> builds = new ConcurrentHashMap<>();

    /**
     * Samples on a staging server.
     *
     * @param maskKey what the keys are made of by which each project's personal data is masked
     */
    public Samples(SampleStore store, StagingServer staging, Checkouts checkouts, MaskKey maskKey) {
        this.maskKey = maskKey;
        this.store = store;
        this.staging = staging;
        this.checkouts = checkouts;
    }

    /** The newest sample of a project that can be cloned. */
    public Optional<ReadySample> newest(String project) {
        return store.newest(project).filter(sample -> staging.hasSample(sample.id()));
    }

    /**
     * The newest sample, made now if there is none.
     *
     * @throws StepFailure when it cannot be made; nothing of it is left then
     */
    public ReadySample obtain(ProjectConfiguration project, StepLog log) throws InterruptedException {
        var existing = newest(project.name());
        if (existing.isPresent()) {
            return existing.get();
        }
        var lock = builds.computeIfAbsent(project.name(), name -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            var made = newest(project.name());
            return made.isPresent() ? made.get() : make(project, log);
        } finally {
            lock.unlock();
        }
    }

    /** Removes what a killed server left half made. Only before the first {@link #obtain}. */
    public void removeUnfinished() {
        for (long id : store.unfinished()) {
            try {
                staging.dropSample(id);
                store.failed(id);
            } catch (RuntimeException e) {
                LOG.warn("The unfinished sample {} cannot be removed; the next start tries again", id, e);
            }
        }
    }

    private ReadySample make(ProjectConfiguration project, StepLog log) throws InterruptedException {
        long id = store.begin(project.name());
        try {
            var request = SubsetRequest.of(project.production(), staging.prepareSample(id), SEED)
                    .withConfiguration(configuration(project))
                    .withMaskKey(maskKey.derived("project " + project.name()));
            var report = Subsetter.run(request, new SampleLog(log));
            staging.sealSample(id);
            store.ready(id, ReportJson.write(report));
            return newest(project.name()).orElseThrow();
        } catch (SubsetException e) {
            boolean interrupted = Thread.interrupted();
            removeFailed(id, e);
            if (interrupted) {
                throw (InterruptedException) new InterruptedException("The sample was given up").initCause(e);
            }
            throw new StepFailure(
                    "The sample of production \"%s\" cannot be made: %s".formatted(project.name(), e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            removeFailed(id, e);
            throw e;
        }
    }

    /** The reason why a sample failed is told, whatever happens while it is removed. */
    private void removeFailed(long id, Throwable reason) {
        Interruption.shield(() -> {
            try {
                staging.dropSample(id);
                store.failed(id);
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
                LOG.warn("The failed sample {} cannot be removed; the next start tries again", id, e);
            }
        });
    }

    /** What may leave production is decided by the base branch, never by the pull request. */
    private SampleConfiguration configuration(ProjectConfiguration project) {
        return checkouts
                .file(project, project.baseBranch(), StackFile.NAME)
                .map(text -> SampleConfiguration.parse(project.baseBranch() + ":" + StackFile.NAME, text))
                .orElse(SampleConfiguration.DEFAULT);
    }
}
