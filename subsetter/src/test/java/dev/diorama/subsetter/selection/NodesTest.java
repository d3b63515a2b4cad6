package dev.diorama.subsetter.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesTest {
    private static final TableName NAME = new TableName("public", "orders");
    private static final Storage JANUARY = new Storage(7, new TableName("public", "january"), 0, 0, 0);
    private static final Storage FEBRUARY = new Storage(8, new TableName("public", "february"), 0, 0, 0);
    private static final Table TABLE =
            new Table(1, NAME, true, List.of(), List.of(), List.of(), List.of(JANUARY, FEBRUARY));

    @Test
    void knowsARowAgainByItsPlace() {
        Nodes nodes = new Nodes(TABLE, 0);
        int first = nodes.at(0, RowIdentity.of(4_294_967_294L, 65_535));

        assertThat(nodes.at(0, RowIdentity.of(4_294_967_294L, 65_535))).isEqualTo(first);
        assertThat(nodes.at(1, RowIdentity.of(4_294_967_294L, 65_535))).isNotEqualTo(first);
        assertThat(nodes.identity(first)).isEqualTo(RowIdentity.of(4_294_967_294L, 65_535));
        assertThat(RowIdentity.array(new long[] {nodes.identity(first)}, 0, 1)).isEqualTo("{\"(4294967294,65535)\"}");
    }

    @Test
    void givesChosenRowsByStorageInTheOrderOfTheDisk() {
        Nodes nodes = new Nodes(TABLE, 0);
        IntStream.of(5, 3, 9).forEach(place -> nodes.choose(nodes.at(1, place)));
        nodes.at(1, 4);
        nodes.choose(nodes.at(0, 8));

        List<String> rows = new ArrayList<>();
        nodes.rowSet().forEach((storage, places) -> {
            for (long place : places) {
                rows.add(storage.name().table() + ' ' + place);
            }
        });

        assertThat(rows).containsExactly("january 8", "february 3", "february 5", "february 9");
        assertThat(nodes.rowSet().size()).isEqualTo(4);
    }

    @Test
    void keepsChosenRowsWhenItForgetsTheOthers() {
        Nodes nodes = new Nodes(TABLE, 1);
        int forgotten = nodes.at(0, 1);
        int kept = nodes.at(0, 2);
        nodes.setLot(kept, 77);
        nodes.choose(kept);

        int[] renumbered = nodes.forgetUnchosen();

        assertThat(renumbered[forgotten]).isEqualTo(LongIntMap.ABSENT);
        assertThat(nodes.identity(renumbered[kept])).isEqualTo(2);
        assertThat(nodes.lot(renumbered[kept])).isEqualTo(77);
        assertThat(nodes.isChosen(renumbered[kept])).isTrue();
        assertThat(nodes.size()).isEqualTo(1);
        assertThat(nodes.at(0, 2)).isEqualTo(renumbered[kept]);
    }

    @Test
    void putsRowsInTheOrderOfTheirLotsWhateverTheOrderTheyCameIn() {
        assertThat(drawn(1, 2, 3)).isEqualTo(drawn(3, 1, 2)).isEqualTo(drawn(2, 3, 2, 1));
    }

    /** Rows whose lots begin alike, by their places. */
    private static List<Long> drawn(int... places) {
        Nodes nodes = new Nodes(TABLE, 0);
        int[] rows = IntStream.of(places)
                .map(place -> {
                    int row = nodes.at(0, place);
                    nodes.setLot(row, place == 3 ? 5 : 1L << 40 | place % 2);
                    return row;
                })
                .toArray();
        return IntStream.of(Lots.inOrder(nodes, rows)).mapToObj(nodes::identity).toList();
    }
}
