package dev.diorama.subsetter;

import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.report.PhaseReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Measures the phases of one run and tells a listener of them. */
final class Phases {
    private final SubsetListener listener;
    private final List<PhaseReport> reports = new ArrayList<>();

    Phases(SubsetListener listener) {
        this.listener = listener;
    }

    <T> T measure(PhaseName phase, Supplier<T> work) {
        listener.phaseStarted(phase);
        long start = System.nanoTime();
        T result = work.get();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        reports.add(new PhaseReport(phase, duration));
        listener.phaseFinished(phase, duration);
        return result;
    }

    List<PhaseReport> reports() {
        return List.copyOf(reports);
    }
}
