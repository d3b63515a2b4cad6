package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What must hold of every masker of texts, over values that it expects and over any others. */
class MaskersTest {
    private static final int VALUES = 1_500;

    @ParameterizedTest
    @EnumSource(
            names = {"NULL", "BLANK"},
            mode = Mode.EXCLUDE)
    void givesTheSameMaskToTheSameValueAndAnotherWithAnotherKey(MaskerName name) {
        Masker masker = Texts.text(name);
        Masker same = new Maskers(Texts.key("one"), Locale.ENGLISH).masker(new Masking.Named(name), ValueKind.TEXT, 0);
        Masker other = Texts.OTHERS.masker(new Masking.Named(name), ValueKind.TEXT, 0);
        Texts texts = new Texts(1);
        int equal = 0;
        for (int i = 0; i < VALUES; i++) {
            String value = texts.of(name);
            String mask = Texts.mask(masker, value);
            assertThat(Texts.mask(same, value)).isEqualTo(mask);
            assertThat(same.mask(value, "anybody", 0)).isEqualTo(mask);
            equal += mask.equals(Texts.mask(other, value)) ? 1 : 0;
        }

        // By chance some names, short texts and what is not replaced; nothing depends on the key where all is redacted.
        if (name != MaskerName.REDACT) {
            assertThat(equal).isLessThan(VALUES / 5);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NULL", "BLANK", "REDACT", "HASH"},
            mode = Mode.EXCLUDE)
    void replacesWhatThereIsToReplaceByNothingLonger(MaskerName name) {
        Masker masker = Texts.text(name);
        Texts texts = new Texts(2);
        for (int i = 0; i < VALUES; i++) {
            String value = i % 2 == 0 ? texts.of(name) : texts.any();
            for (int attempt = 0; attempt < 3; attempt++) {
                String mask = String.valueOf(masker.mask(value, "", attempt));
                assertThat(mask.codePointCount(0, mask.length()))
                        .as("%s of \"%s\"", mask, value)
                        .isLessThanOrEqualTo(value.codePointCount(0, value.length()));
                if (value.codePoints().anyMatch(Character::isLetter) && name != MaskerName.IP) {
                    assertThat(mask).isNotEqualTo(value);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NULL", "BLANK", "REDACT"},
            mode = Mode.EXCLUDE)
    void givesOtherMasksInFurtherAttempts(MaskerName name) {
        Masker masker = Texts.text(name);
        Texts texts = new Texts(3);
        int values = 0;
        int masks = 0;
        for (int i = 0; i < 200; i++) {
            String value = texts.of(name);
            if (value.length() < 7 || value.startsWith("0.") || value.startsWith("127.")) {
                continue;
            }
            Set<String> found = new HashSet<>();
            for (int attempt = 0; attempt < 10; attempt++) {
                found.add(String.valueOf(masker.mask(value, "", attempt)));
            }
            values += 10;
            masks += found.size();
        }

        assertThat(masks).isGreaterThan(values * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NULL", "BLANK"},
            mode = Mode.EXCLUDE)
    void leavesAnEmptyTextEmpty(MaskerName name) {
        assertThat(Texts.text(name).mask("", "", 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "BLANK"})
    void givesNone(MaskerName name) {
        assertThat(Texts.text(name).mask("Ada", "", 0)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "FULL_NAME", "SCRAMBLE", "IP", "HASH"})
    void givesSeveralThreadsTheSameMasks(MaskerName name) throws Exception {
        Maskers maskers = new Maskers(Texts.key("one"), Locale.ENGLISH);
        Masker masker = maskers.masker(new Masking.Named(name), ValueKind.TEXT, 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var masks = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> masks(masker, name)))
                    .toList();
            Set<String> distinct = new HashSet<>();
            for (Future<String> mask : masks) {
                distinct.add(mask.get());
            }

            assertThat(distinct).containsExactly(masks(Texts.text(name), name));
        }
    }

    private static String masks(Masker masker, MaskerName name) {
        Texts texts = new Texts(4);
        StringBuilder masks = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            masks.append(Texts.mask(masker, texts.of(name))).append('\n');
        }
        return masks.toString();
    }
}
