package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class CopyBatchTest {
    @Test
    void readsTheFirstRowsAloneOfATableThatIsCopiedWhole() {
        TableName name = new TableName("public", "person");
        Storage storage = new Storage(1, name, 1 << 30, 10_000_000, 0);
        Table table = new Table(1, name, false, List.of(), List.of(), List.of(), List.of(storage));
        CopyBatch all = new CopyBatch(
                table,
                storage,
                List.of("id"),
                List.of(DSL.quotedName("id")),
                new CopyForm(CopyForm.Kind.BINARY, "UTF8"),
                CopyBatch.ALL_ROWS,
                Optional.empty(),
                CopyBatch.NO_LIMIT);

        assertThat(rendered(all))
                .isEqualTo("COPY (SELECT \"id\" FROM ONLY \"public\".\"person\") TO STDOUT (FORMAT binary)");
        assertThat(rendered(all.first(200)))
                .isEqualTo("COPY (SELECT \"id\" FROM ONLY \"public\".\"person\" LIMIT 200) TO STDOUT (FORMAT binary)");
    }

    @Test
    void dividesAStorageIntoBlocksWithoutAGap() {
        Storage storage = new Storage(1, new TableName("public", "person"), 2_500L * 8_192, 10_000, 0);

        assertThat(CopyBatch.Blocks.of(storage, 1_000))
                .containsExactly(
                        new CopyBatch.Blocks(0, Optional.of(1_000L)),
                        new CopyBatch.Blocks(1_000, Optional.of(2_000L)),
                        new CopyBatch.Blocks(2_000, Optional.empty()));
        assertThat(CopyBatch.Blocks.of(new Storage(1, new TableName("public", "empty"), 0, 0, 0), 1_000))
                .containsExactly(new CopyBatch.Blocks(0, Optional.empty()));
    }

    private static String rendered(CopyBatch batch) {
        return DSL.using(SQLDialect.POSTGRES).render(batch.copyOut());
    }
}
