package dev.diorama.subsetter.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDurationTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0s, 0", "1500ms, 1500ms", "2000ms, 2s", "90s, 90s", "300s, 5min", "60min, 1h", "48h, 2d"})
    void writesTimesInTheLargestUnitThatLeavesAWholeNumber(String read, String written) {
        assertThat(PostgresDuration.format(PostgresDuration.parse(read))).isEqualTo(written);
    }
}
