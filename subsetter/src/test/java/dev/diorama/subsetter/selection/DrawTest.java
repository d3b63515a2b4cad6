package dev.diorama.subsetter.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final TableName NAME = new TableName("public", "orders");
    private static final Table TABLE =
            new Table(1, NAME, false, List.of(), List.of(), List.of(), List.of(new Storage(7, NAME, 0, 0, 0)));

    @Test
    void takesRowsInTheirOrderUntilThereAreEnough() {
        RowBuffer taken = Draw.take(candidates(0, 0, 0, 0), 3, List.of(), RowSet.empty(TABLE));

        assertThat(identities(taken)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void leavesOutWhatIsChosenAlready() {
        RowSet chosen = RowSet.empty(TABLE);
        chosen.add(candidates(0, 0));

        assertThat(identities(Draw.take(candidates(0, 0, 0, 0), 9, List.of(), chosen)))
                .containsExactly(2L, 3L);
    }

    @Test
    void spendsEachBudgetOnce() {
        List<Restriction> restrictions = List.of(restriction(1), restriction(0));

        RowBuffer taken = Draw.take(candidates(0b01, 0b01, 0b10, 0b00), 9, restrictions, RowSet.empty(TABLE));

        assertThat(identities(taken)).containsExactly(0L, 3L);
    }

    @Test
    void writesIdentitiesAsPostgresqlReadsThem() {
        long[] identities = {
            RowIdentity.parse("(0,1)".getBytes(StandardCharsets.US_ASCII)),
            RowIdentity.parse("(4294967294,65535)".getBytes(StandardCharsets.US_ASCII))
        };

        assertThat(RowIdentity.array(identities)).isEqualTo("{\"(0,1)\",\"(4294967294,65535)\"}");
    }

    @Test
    void tellsWhichRowsAreNew() {
        RowSet rows = RowSet.empty(TABLE);
        rows.add(candidates(0, 0));

        RowSet added = rows.add(candidates(0, 0, 0, 0));

        assertThat(added.size()).isEqualTo(2);
        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.contains(7, 3)).isTrue();
        assertThat(rows.contains(8, 3)).isFalse();
    }

    @Test
    void takesTheHeaviestUntilTheySuffice() {
        RowBuffer rows = new RowBuffer();
        rows.add(7, 0, 0, 5);
        rows.add(7, 1, 0, 3);
        rows.add(7, 2, 0, 1);

        assertThat(identities(rows.heaviest(6))).containsExactly(0L, 1L);
    }

    private static Restriction restriction(long budget) {
        return new Restriction(
                List.of(new ForeignKey("key", NAME, NAME, NAME, NAME, List.of(), true, true)), budget, 1);
    }

    private static RowBuffer candidates(int... bits) {
        RowBuffer buffer = new RowBuffer();
        for (int i = 0; i < bits.length; i++) {
            buffer.add(7, i, bits[i], 0);
        }
        return buffer;
    }

    private static List<Long> identities(RowBuffer rows) {
        return IntStream.range(0, rows.size()).mapToObj(rows::identity).toList();
    }
}
