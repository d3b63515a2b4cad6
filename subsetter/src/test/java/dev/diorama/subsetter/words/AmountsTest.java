package dev.diorama.subsetter.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 B",
                "999|999 B",
                "1000|1.00 kB",
                "1234|1.23 kB",
                "99999|100 kB",
                "45600000|45.6 MB",
                "999999999|1.00 GB",
                "9200000000000000000|9.20 EB"
            })
    void saysBytesInThreeDigits(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1 s",
                "59.4|59 s",
                "59.6|1 min",
                "200|3 min 20 s",
                "599|10 min",
                "601|10 min",
                "3599|1 h",
                "7500|2 h 5 min",
                "86399|1 d",
                "273600|3 d 4 h"
            })
    void saysHowLongSomethingWillTake(double seconds, String text) {
        assertThat(Amounts.about(Duration.ofMillis(Math.round(seconds * 1000)))).isEqualTo(text);
    }

    @Test
    void saysWhatWasMeasured() {
        assertThat(Amounts.seconds(Duration.ofMillis(75_004))).isEqualTo("75.00 s");
        assertThat(Amounts.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Amounts.count(1, "table")).isEqualTo("1 table");
        assertThat(Amounts.count(0, "table")).isEqualTo("0 tables");
        assertThat(Amounts.roughly(1_234_567.8)).isEqualTo("1,230,000");
        assertThat(Amounts.roughly(0.4)).isEqualTo("0");
    }
}
