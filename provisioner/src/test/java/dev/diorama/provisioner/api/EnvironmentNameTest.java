package dev.diorama.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNameTest {
    @ParameterizedTest
    @CsvSource({"bookshop#1, bookshop, 1", "a#999999999, a, 999999999", "my-shop-2#40, my-shop-2, 40"})
    void isProjectAndNumber(String text, String project, int number) {
        var name = EnvironmentName.parse(text);

        assertThat(name).isEqualTo(new EnvironmentName(project, number));
        assertThat(name).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookshop",
                "bookshop 1",
                "#1",
                "1",
                "bookshop#",
                "bookshop#0",
                "bookshop#01",
                "bookshop#-1",
                "bookshop#9999999999",
                "Bookshop#1",
                "-shop#1",
                "shop-#1",
                "book/shop#1",
                "bookshop#1#2",
                ""
            })
    void isNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentName.parse(text))
                .withMessage(
                        "\"%s\" names no environment: write the project and the number of the pull request, such as bookshop#1"
                                .formatted(text));
    }
}
