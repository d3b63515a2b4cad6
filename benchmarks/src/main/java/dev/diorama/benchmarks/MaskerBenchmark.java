package dev.diorama.benchmarks;

import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.masking.Masker;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Maskers;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.masking.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long each masker takes for a value, side by side in one run. */
@Command(
        name = "benchmarks/run-maskers",
        mixinStandardHelpOptions = true,
        description = "Compare how long maskers take for a value, and for their first one.")
public final class MaskerBenchmark implements Runnable {
    private static final double NANOSECONDS_IN_MICROSECOND = 1_000;
    private static final double NANOSECONDS_IN_MILLISECOND = 1_000_000;

    @Option(
            names = "--values",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many different values each masker gets in a round. Default: ${DEFAULT-VALUE}.")
    private int values;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rounds there are; the fastest counts. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    /** What is measured: a masking of values of a kind, and the values. */
    private record Candidate(Masking masking, ValueKind kind, IntFunction<String> value) {}

    /** What was measured, in nanoseconds. */
    private record Result(String name, double first, double each) {}

    /** Runs it and exits. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MaskerBenchmark()).execute(arguments));
    }

    @Override
    public void run() {
        System.out.print(measure());
    }

    /** A table, the fastest masker first. */
    String measure() {
        List<Result> results =
                new ArrayList<>(candidates().stream().map(this::measure).toList());
        results.sort(Comparator.comparingDouble(Result::each));
        StringBuilder text = new StringBuilder(
                """
                | Masker | First value, ms | Each value, µs | Of the fastest |
                |---|--:|--:|--:|
                """);
        for (Result result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.2f | %.1f |%n",
                    result.name(),
                    result.first() / NANOSECONDS_IN_MILLISECOND,
                    result.each() / NANOSECONDS_IN_MICROSECOND,
                    result.each() / results.getFirst().each()));
        }
        return text.toString();
    }

    private Result measure(Candidate candidate) {
        List<String> given =
                IntStream.range(0, values).mapToObj(candidate.value()).toList();
        Masker masker = new Maskers(MaskKey.random(), Locale.ENGLISH).masker(candidate.masking(), candidate.kind(), 0);
        long begin = System.nanoTime();
        masker.mask(given.getFirst(), "0", 0);
        double first = System.nanoTime() - begin;
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < given.size(); i++) {
                masker.mask(given.get(i), Integer.toString(i), 0);
            }
            fastest = Math.min(fastest, (double) (System.nanoTime() - start) / values);
        }
        return new Result(candidate.masking().toString(), first, fastest);
    }

    private static List<Candidate> candidates() {
        return List.of(
                text(MaskerName.EMAIL, i -> "anna.miller%d@shop.example.org".formatted(i)),
                text(MaskerName.FULL_NAME, i -> "Anna Miller"),
                text(MaskerName.PHONE, i -> "+49 30 %07d".formatted(i)),
                text(MaskerName.STREET, i -> "%d Long Road".formatted(i)),
                text(MaskerName.CITY, i -> "Springfield"),
                text(MaskerName.IBAN, i -> "DE89370400440532%06d".formatted(i)),
                text(MaskerName.CREDIT_CARD, i -> "4111 1111 11%02d %04d".formatted(i / 10_000 % 100, i % 10_000)),
                text(MaskerName.IP, i -> "10.%d.%d.%d".formatted(i >> 16 & 255, i >> 8 & 255, i & 255)),
                text(MaskerName.UUID, i -> "123e4567-e89b-42d3-a456-%012d".formatted(i)),
                text(MaskerName.HASH, i -> "secret %d".formatted(i)),
                text(MaskerName.REDACT, i -> "secret %d".formatted(i)),
                text(MaskerName.SCRAMBLE, i -> "order %08d".formatted(i)),
                new Candidate(new Masking.ShiftDays(30, Optional.empty()), ValueKind.DATE, i -> "19%02d-0%d-1%d"
                        .formatted(i % 100, 1 + i % 9, i % 10)),
                new Candidate(new Masking.Noise(0.1), ValueKind.DECIMAL, i -> "%d.50".formatted(i)),
                new Candidate(
                        new Masking.Json(Map.of("$.address.street", new Masking.Named(MaskerName.STREET))),
                        ValueKind.JSON,
                        i -> "{\"theme\": \"dark\", \"address\": {\"street\": \"%d Long Road\"}}".formatted(i)));
    }

    private static Candidate text(MaskerName name, IntFunction<String> value) {
        return new Candidate(new Masking.Named(name), ValueKind.TEXT, value);
    }
}
