package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private final Masker scramble = Texts.MASKERS.masker(new Masking.Named(MaskerName.SCRAMBLE), ValueKind.INTEGER, 0);
    private final Masker decimals = Texts.MASKERS.masker(new Masking.Named(MaskerName.SCRAMBLE), ValueKind.DECIMAL, 0);
    private final Masker noise = Texts.MASKERS.masker(new Masking.Noise(0.1), ValueKind.DECIMAL, 0);

    @Test
    void givesEverySmallintAnotherThatIsOne() {
        Set<String> masks = new HashSet<>();
        for (int number = Short.MIN_VALUE; number <= Short.MAX_VALUE; number++) {
            String mask = Texts.mask(scramble, Integer.toString(number));
            assertThat(Short.parseShort(mask)).isNotEqualTo((short) number);
            masks.add(mask);
        }

        assertThat(masks).hasSize(65_536);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, 2_000_000_000, -1_500_000_000, 70_000, 32_768})
    void staysWithinAnInteger(int number) {
        for (int attempt = 0; attempt < 50; attempt++) {
            int mask = Integer.parseInt(String.valueOf(scramble.mask(Integer.toString(number), "", attempt)));
            assertThat(mask).isNotEqualTo(number);
            assertThat(Integer.toString(mask)).hasSameSizeAs(Integer.toString(number));
        }
    }

    @Test
    void staysWithinABigint() {
        for (long number : List.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, 1_000_000_000_000_000_000L)) {
            for (int attempt = 0; attempt < 50; attempt++) {
                assertThat(Long.parseLong(String.valueOf(scramble.mask(Long.toString(number), "", attempt))))
                        .isNotEqualTo(number);
                assertThat(Long.parseLong(String.valueOf(noise.mask(Long.toString(number), "", attempt))))
                        .isNotEqualTo(number);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1234.50, '[1-9]\\d{3}\\.\\d\\d'",
        "-0.05, '-0\\.\\d\\d'",
        "'$1,234.56', '\\$[1-9],\\d{3}\\.\\d\\d'",
        "1.5e+20, '[1-9]\\.\\de\\+20'",
        "1.5e+308, '[1-9]\\.\\de\\+307'",
        "12345678901234567890123, '[1-9]\\d{22}'"
    })
    void keepsDigitsSignAndDecimals(String value, String shape) {
        assertThat(Texts.mask(decimals, value)).matches(shape).isNotEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void leavesWhatIsNoNumber(String value) {
        assertThat(Texts.mask(decimals, value)).isEqualTo(value);
        assertThat(Texts.mask(noise, value)).isEqualTo(value);
    }

    @Test
    void isOffByAShareAtMostOrByOneUnit() {
        Texts texts = new Texts(7);
        for (int i = 0; i < 3_000; i++) {
            String value = (texts.below(2) == 0 ? "-" : "") + (1 + texts.below(9)) + texts.digits(texts.below(6)) + "."
                    + texts.digits(2);
            BigDecimal before = new BigDecimal(value);
            BigDecimal after = new BigDecimal(Texts.mask(noise, value));
            assertThat(after).isNotEqualByComparingTo(before);
            assertThat(after.scale()).isEqualTo(2);
            assertThat(after.signum()).isEqualTo(before.signum());
            assertThat(after.precision()).isEqualTo(before.precision());
            assertThat(after.subtract(before).abs())
                    .isLessThanOrEqualTo(
                            before.abs().multiply(new BigDecimal("0.1")).max(new BigDecimal("0.01")));
        }
    }

    @Test
    void isOffInBothDirections() {
        int larger = 0;
        for (int i = 0; i < 1_000; i++) {
            larger += Integer.parseInt(Texts.mask(noise, "5" + (1_000 + i))) > 50_000 + 1_000 + i ? 1 : 0;
        }

        assertThat(larger).isBetween(420, 580);
    }

    @Test
    void keepsZeroAndTypesLimits() {
        assertThat(Texts.mask(noise, "0.00")).isEqualTo("0.00");
        assertThat(Texts.mask(noise, "0")).isEqualTo("0");
        assertThat(Texts.mask(noise, "9")).isNotEqualTo("9").hasSize(1);
        assertThat(Short.parseShort(Texts.mask(noise, "32767"))).isLessThan(Short.MAX_VALUE);
        assertThat(Integer.parseInt(Texts.mask(noise, "-2147483648"))).isGreaterThan(Integer.MIN_VALUE);
        assertThat(Texts.mask(noise, "12345678901234567890123")).matches("1[0-3]\\d{21}");
    }

    @Test
    void redactsToZero() {
        Masker redact = Texts.MASKERS.masker(new Masking.Named(MaskerName.REDACT), ValueKind.DECIMAL, 0);

        assertThat(Texts.mask(redact, "-123.45")).isEqualTo("0.00");
        assertThat(Texts.mask(redact, "123")).isEqualTo("0");
    }
}
