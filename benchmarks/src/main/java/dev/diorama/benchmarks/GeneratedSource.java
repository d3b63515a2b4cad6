package dev.diorama.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes a source inside the server, so that it takes seconds. */
final class GeneratedSource {
    /** What the planner knows of the source. */
    enum Statistics {
        /** What VACUUM ANALYZE leaves behind. */
        ANALYSED,
        /** Nothing, as after a load that nobody analysed; autovacuum leaves it so. */
        NEVER_ANALYSED
    }

    private GeneratedSource() {}

    /**
     * Makes the database and fills it.
     *
     * @param scale 1 for 1.57 million rows, 12 for 18.8 million, 64 for 100 million
     */
    static void make(Database database, BigDecimal scale, Statistics statistics) {
        database.create();
        List<String> statements =
                new ArrayList<>(statements(resource("source.sql").replace(":scale", scale.toPlainString())));
        statements.addAll(
                switch (statistics) {
                    case ANALYSED -> List.of("VACUUM ANALYZE");
                    case NEVER_ANALYSED -> statements(resource("never_analysed.sql"));
                });
        statements.add("CHECKPOINT");
        database.execute(statements);
    }

    private static List<String> statements(String script) {
        return List.of(script.strip().split(";\\s*\\n", -1));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(GeneratedSource.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is in the jar", e);
        }
    }
}
