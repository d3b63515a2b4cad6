package dev.diorama.subsetter.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeLawTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "2,1",
        "10,3",
        "100,15",
        "1000,77",
        "10000,390",
        "100000,1974",
        "1000000,10000",
        "1000000000,1299353"
    })
    void followsTheLineThroughItsTwoPoints(long rows, long target) {
        assertThat(new SizeLaw.Logarithmic().target(rows)).isEqualTo(target);
    }

    @Test
    void neverShrinksWhenATableGrows() {
        SizeLaw law = new SizeLaw.Logarithmic();
        assertThat(LongStream.range(0, 20_000).map(law::target)).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"1000000,0.5,1000", "1000,0.6666666666666666,100", "10,0.5,3", "1,0.5,1", "0,0.5,0", "7,0,1", "7,1,7"})
    void takesAPower(long rows, double exponent, long target) {
        assertThat(new SizeLaw.Power(exponent).target(rows)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"1000,1,10", "3,1,1", "0,50,0", "1000,0,0", "10,100,10"})
    void takesAShare(long rows, double percent, long target) {
        assertThat(new SizeLaw.Percent(percent).target(rows)).isEqualTo(target);
    }

    @Test
    void takesNoMoreThanThereIs() {
        assertThat(new SizeLaw.Rows(500).target(20)).isEqualTo(20);
        assertThat(new SizeLaw.Rows(500).target(2_000)).isEqualTo(500);
        assertThat(new SizeLaw.All().target(42)).isEqualTo(42);
        assertThat(new SizeLaw.None().target(42)).isZero();
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SizeLaw.Power(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new SizeLaw.Percent(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SizeLaw.Rows(-1));
    }
}
