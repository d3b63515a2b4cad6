package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateShiftTest {
    private final Masker dates = masker(ValueKind.DATE);
    private final Masker times = masker(ValueKind.TIMESTAMP);
    private final Masker texts = masker(ValueKind.TEXT);

    @Test
    void shiftsAllDatesOfASubjectAlikeAndKeepsTheirOrder() {
        Set<Long> shifts = new HashSet<>();
        for (int subject = 0; subject < 500; subject++) {
            long first = shift("1980-02-29", "s" + subject);
            assertThat(Math.abs(first)).isBetween(1L, 30L);
            assertThat(shift("2024-12-31", "s" + subject)).isEqualTo(first);
            shifts.add(first);
        }

        assertThat(shifts).hasSize(60);
    }

    @Test
    void keepsTheTimeOfTheDay() {
        assertThat(times.mask("2024-01-31 23:59:59.123456+05:30", "7", 0))
                .isEqualTo(dates.mask("2024-01-31", "7", 0) + " 23:59:59.123456+05:30");
        assertThat(texts.mask("2024-01-31T08:00:00Z", "7", 0))
                .isEqualTo(dates.mask("2024-01-31", "7", 0) + "T08:00:00Z");
        assertThat(texts.mask("20240131", "7", 0))
                .isEqualTo(String.valueOf(dates.mask("2024-01-31", "7", 0)).replace("-", ""));
    }

    @Test
    void shiftsDaysAsTheyAreWrittenInMuchOfEurope() {
        for (int subject = 0; subject < 40; subject++) {
            String[] day = String.valueOf(texts.mask("31.01.1999", Integer.toString(subject), 0))
                    .split("\\.", -1);
            assertThat(String.join("-", day[2], day[1], day[0]))
                    .isEqualTo(texts.mask("1999-01-31", Integer.toString(subject), 0));
            assertThat(texts.mask("31.12.9999", Integer.toString(subject), 0)).matches("\\d\\d\\.1[12]\\.9999");
        }
        assertThat(texts.mask("99.99.1999", "1", 0)).matches("\\d\\d\\.\\d\\d\\.\\d{4}");
    }

    @ParameterizedTest
    @CsvSource({"infinity", "-infinity"})
    void leavesInfinity(String value) {
        assertThat(dates.mask(value, "1", 0)).isEqualTo(value);
        assertThat(times.mask(value, "1", 0)).isEqualTo(value);
    }

    @Test
    void staysWithinWhatTheTypeHoldsAndNoLongerThanItWas() {
        for (int subject = 0; subject < 40; subject++) {
            String name = Integer.toString(subject);
            assertThat(dates.mask("9999-12-31", name, 0)).matches("9999-1[12]-\\d\\d");
            assertThat(times.mask("294276-12-31 00:00:00", name, 0)).matches("294276-1[12]-\\d\\d 00:00:00");
            assertThat(dates.mask("0001-01-01", name, 0)).matches("0001-0[12]-\\d\\d");
            assertThat(times.mask("0044-03-15 12:00:00 BC", name, 0)).matches("0044-0[234]-\\d\\d 12:00:00 BC");
            assertThat(dates.mask("4713-01-01 BC", name, 0)).matches("471[23]-\\d\\d-\\d\\d BC");
        }
    }

    @Test
    void leavesNothingOfWhatItCannotRead() {
        assertThat(dates.mask("31.12.2024", "1", 0)).isEqualTo("2000-01-01");
        assertThat(texts.mask("31.12.2024", "1", 0))
                .matches("\\d\\d\\.\\d\\d\\.\\d{4}")
                .isNotEqualTo("31.12.2024");
        assertThat(texts.mask("2023-02-30", "1", 0))
                .matches("\\d{4}-\\d\\d-\\d\\d")
                .isNotEqualTo("2023-02-30");
    }

    private long shift(String date, String subject) {
        return ChronoUnit.DAYS.between(
                LocalDate.parse(date), LocalDate.parse(String.valueOf(dates.mask(date, subject, 0))));
    }

    private static Masker masker(ValueKind kind) {
        return Texts.MASKERS.masker(new Masking.ShiftDays(30, Optional.empty()), kind, 0);
    }
}
