package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private final MaskKey key = MaskKey.of("secret".getBytes(StandardCharsets.UTF_8));

    /** Computed by Python's {@code hmac}, the key as the one of "diorama" with the secret. */
    @Test
    void isTheHmacOfTheTextAndTheAttempt() {
        assertThat(HexFormat.of().formatHex(new Draws(key).bytes("Ada", 1)))
                .isEqualTo("33fca48d37615435eff3fe37e760eea83f0c7e03c8308b8efbd2835ecfe2c12e");
    }

    @Test
    void drawsTheSameForTheSameAndAnotherForAnother() {
        long drawn = new Draws(key).of("Ada", 0).next();

        assertThat(new Draws(key).of("Ada", 0).next()).isEqualTo(drawn);
        assertThat(new Draws(key).of("Ada", 1).next()).isNotEqualTo(drawn);
        assertThat(new Draws(key).of("Adb", 0).next()).isNotEqualTo(drawn);
        assertThat(new Draws(key.derived("x")).of("Ada", 0).next()).isNotEqualTo(drawn);
    }

    @Test
    void drawsWithinItsBounds() {
        Draw draw = new Draws(key).of("Ada", 0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(draw.below(3)).isBetween(0, 2);
            assertThat(draw.around()).isBetween(-1.0, 1.0);
        }
    }
}
