package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.testing.RowsAsText;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A schema as large as those of old applications. */
class ManyTablesTest {
    private static final int TABLES = 400;
    private static final int KEYS_OF_EACH = 2;

    @Test
    void samplesFourHundredTablesWithEightHundredKeys() {
        Sample sample = Samples.of(Server.database(schema()));

        assertThat(sample.report().tables()).hasSize(TABLES);
        assertThat(sample.report().validatedKeys()).isEqualTo(TABLES * KEYS_OF_EACH);
        assertThat(RowsAsText.compare(sample.source(), sample.url()).strangers())
                .isEmpty();
    }

    /** Tables of which most refer to older ones, and some to younger ones, so that there are cycles. */
    private static String schema() {
        Random random = new Random(7);
        StringBuilder tables = new StringBuilder();
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < TABLES; i++) {
            tables.append(
                    """
                    CREATE TABLE t%1$d (id serial PRIMARY KEY, code text NOT NULL UNIQUE, a int, b int, c timestamptz DEFAULT now(),
                                       d numeric(10, 2) CHECK (d >= 0), e text, f jsonb, g bool DEFAULT false, h date);
                    CREATE INDEX ON t%1$d (a);
                    CREATE INDEX ON t%1$d (b);
                    INSERT INTO t%1$d (code, a, b, d) SELECT 'c' || i, i %% 20 + 1, i %% 17 + 1, i FROM generate_series(1, 30) i;
                    """
                            .formatted(i));
            int older = random.nextInt(Math.max(1, i));
            int any = random.nextInt(20) == 0 ? random.nextInt(TABLES) : random.nextInt(Math.max(1, i));
            keys.append(
                    "ALTER TABLE t%1$d ADD FOREIGN KEY (a) REFERENCES t%2$d, ADD FOREIGN KEY (b) REFERENCES t%3$d;%n"
                            .formatted(i, older, any));
        }
        return tables.append(keys).toString();
    }
}
