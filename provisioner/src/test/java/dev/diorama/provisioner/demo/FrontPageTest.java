package dev.diorama.provisioner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontPageTest {
    @Test
    void readsTheRowsOfTheFirstTable() {
        var page = FrontPage.parse(
                """
                <table><thead><tr><th>Book</th></tr></thead><tbody>
                <tr><td><a href="/book/1">Salt &amp; Sons</a><small>Ada Abel</small></td><td class="rating">4.5</td></tr>
                <tr><td>Late
                   Tides</td><td class="rating">3.0</td></tr>
                </tbody></table>
                <table><tbody><tr><td>another</td></tr></tbody></table>
                """);

        assertThat(page.rows())
                .isEqualTo(List.of(List.of("Salt & Sons · Ada Abel", "4.5"), List.of("Late Tides", "3.0")));
    }

    @Test
    void readsNoRowsWhereThereAreNone() {
        assertThat(FrontPage.parse("<p>Closed</p>").rows()).isEmpty();
        assertThat(FrontPage.parse("<table><tbody></tbody></table>").rows()).isEmpty();
    }
}
