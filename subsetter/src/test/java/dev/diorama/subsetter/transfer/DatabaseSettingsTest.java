package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void splitsListsOfNames() {
        assertThat(elements("app, public")).containsExactly("app", "public");
        assertThat(elements("\"$user\", \"My, \"\"own\"\" schema\",x"))
                .containsExactly("$user", "My, \"own\" schema", "x");
        assertThat(elements("\"\"")).containsExactly("");
    }

    private static List<String> elements(String list) {
        return DatabaseSettings.elements(list).stream()
                .map(element -> DSL.using(org.jooq.SQLDialect.POSTGRES).renderInlined(element))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .toList();
    }
}
