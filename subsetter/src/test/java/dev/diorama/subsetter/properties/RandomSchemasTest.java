package dev.diorama.subsetter.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Samples of random schemas. {@code -Ddiorama.properties.seed=17} tries one schema again, {@code
 * -Ddiorama.properties.cases=200} tries more of them.
 */
class RandomSchemasTest {
    private static final long FIRST_SEED = 1;
    private static final int DEFAULT_CASES = 10;
    private static final int ENOUGH_FOR_EVERY_FEATURE = 100;
    private static final Path FAILED = Path.of("target", "properties");

    @TestFactory
    Stream<DynamicTest> samplesAreSound() {
        AtomicInteger same = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        Stream<DynamicTest> cases = seeds().mapToObj(seed -> dynamicTest(
                "of the schema of seed " + seed,
                () -> tryOut(seed, areSame -> (areSame ? same : different).incrementAndGet())));
        // Where every row needs many others, two seeds may end with the same ones.
        return Stream.concat(cases, Stream.of(dynamicTest("and other seeds mostly choose other rows", () -> assertThat(
                        different.get())
                .isGreaterThanOrEqualTo(2 * same.get()))));
    }

    @Test
    void theDefaultCasesHoldEveryFeature() {
        assertThat(features(defaultSeeds())).containsExactlyInAnyOrder(Feature.values());
    }

    private static LongStream seeds() {
        Long seed = Long.getLong("diorama.properties.seed");
        Integer cases = Integer.getInteger("diorama.properties.cases");
        if (seed == null && cases == null) {
            return defaultSeeds();
        }
        long first = seed == null ? FIRST_SEED : seed;
        return LongStream.range(first, first + (cases == null ? 1 : cases));
    }

    /** Some schemas, and behind them each that has a feature which none before it had. */
    private static LongStream defaultSeeds() {
        Set<Feature> seen = EnumSet.noneOf(Feature.class);
        return LongStream.range(FIRST_SEED, FIRST_SEED + ENOUGH_FOR_EVERY_FEATURE)
                .filter(seed ->
                        seen.addAll(SchemaGenerator.generate(seed).features()) || seed < FIRST_SEED + DEFAULT_CASES);
    }

    private static Set<Feature> features(LongStream seeds) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        seeds.forEach(seed -> features.addAll(SchemaGenerator.generate(seed).features()));
        return features;
    }

    private static void tryOut(long seed, Consumer<Boolean> otherSeed) throws IOException {
        RandomSchema schema = SchemaGenerator.generate(seed);
        List<ConnectionUrl> databases = new ArrayList<>();
        try {
            ConnectionUrl source = Server.database("");
            databases.add(source);
            SchemaSql.batches(schema).forEach(batch -> Server.execute(source, batch));
            ConnectionUrl sample = target(databases);
            SubsetReport report = run(schema, source, sample, 1, 2);
            new SampleCheck(schema, source, sample).require(report);
            Map<TableId, List<String>> rows = Rows.of(sample, schema);
            ConnectionUrl another = target(databases);
            if (seed % 2 == 0) {
                run(schema, source, another, 1, 1);
                assertThat(Rows.of(another, schema)).as("rows of the same seed").isEqualTo(rows);
            } else if (leavesMuchOut(report)) {
                run(schema, source, another, 2, 2);
                otherSeed.accept(Rows.of(another, schema).equals(rows));
            }
        } catch (Throwable e) {
            throw new AssertionError(explanation(schema), e);
        } finally {
            databases.forEach(url -> Server.execute(
                    Server.url("postgres"), "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(url.database())));
        }
    }

    /** Whether a table keeps so few of so many rows that two seeds would hardly choose the same by chance. */
    private static boolean leavesMuchOut(SubsetReport report) {
        return report.tables().stream().anyMatch(table -> table.rows() >= 20 && table.rows() * 2 <= table.sourceRows());
    }

    private static ConnectionUrl target(List<ConnectionUrl> databases) {
        ConnectionUrl target = Server.url(Server.newName("sample"));
        databases.add(target);
        return target;
    }

    private static SubsetReport run(
            RandomSchema schema, ConnectionUrl source, ConnectionUrl target, long seed, int jobs) {
        SampleConfiguration configuration =
                Samples.unmasked(SampleConfiguration.parse("diorama.yml", schema.configuration()));
        SubsetRequest request = SubsetRequest.of(source, target, seed)
                .withConfiguration(configuration)
                .withLimits(SourceLimits.DEFAULT.withJobs(jobs));
        return Subsetter.run(request, SubsetListener.SILENT);
    }

    private static String explanation(RandomSchema schema) throws IOException {
        Path file = FAILED.resolve("seed-%d.sql".formatted(schema.seed()));
        Files.createDirectories(FAILED);
        Files.writeString(file, String.join(";\n", SchemaSql.batches(schema)) + ";\n");
        return """
                The sample of the schema of seed %1$d is not sound.
                Try it again: ./mvnw -pl subsetter test -Dtest=RandomSchemasTest -Ddiorama.properties.seed=%1$d
                With its rows it is in %2$s; without them:
                %3$s
                %4$s"""
                .formatted(schema.seed(), file.toAbsolutePath(), SchemaSql.definition(schema), schema.configuration());
    }
}
