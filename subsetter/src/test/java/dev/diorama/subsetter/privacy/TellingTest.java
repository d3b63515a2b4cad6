package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, ann@x.example, true",
        "EMAIL, anonymous, false",
        "EMAIL, a@b.de, false",
        "BLANK, unlimited, false",
        "BLANK, $2a$10$abcdefgh, true",
        "PHONE, +49 30 1234567, true",
        "FULL_NAME, Anna Miller, true",
        "FULL_NAME, Mademoiselle, false",
        "STREET, 12 Long Road, true",
        "FIRST_NAME, Maria Magdalena, false",
        "LAST_NAME, von der Heide, false",
        "CITY, New York City, false",
        "POSTCODE, SW1A 1AAB, false",
        "UUID, 123e4567-e89b-42d3-a456-426614174000, true"
    })
    void isWhatSaysWhoseItIs(MaskerName masker, String value, boolean telling) {
        assertThat(Telling.is(value, new Masking.Named(masker))).isEqualTo(telling);
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31", "1999-12-31 12:00:00+00"})
    void isNoDate(String value) {
        assertThat(Telling.is(value, new Masking.ShiftDays(30, Optional.empty())))
                .isFalse();
    }
}
