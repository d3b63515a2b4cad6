package dev.diorama.subsetter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Test
    void countsASwapOfNeighboursAsOneMistake() {
        assertThat(NearestWord.distance("regoin", "region")).isEqualTo(1);
        assertThat(NearestWord.distance("", "abc")).isEqualTo(3);
        assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void suggestsTheNearestWord() {
        assertThat(NearestWord.didYouMean("tabels", List.of("law", "tables", "references")))
                .isEqualTo(" (did you mean \"tables\"?)");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(NearestWord.didYouMean("colour", List.of("law", "tables"))).isEmpty();
    }
}
