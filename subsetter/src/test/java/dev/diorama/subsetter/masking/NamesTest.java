package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void givesAFullNameTheMasksOfItsParts() {
        String first = Texts.mask(Texts.text(MaskerName.FIRST_NAME), "Augusta");
        String last = Texts.mask(Texts.text(MaskerName.LAST_NAME), "Lovelace");
        Masker full = Texts.text(MaskerName.FULL_NAME);

        assertThat(first).hasSize(7).isNotEqualTo("Augusta");
        assertThat(last).hasSize(8).isNotEqualTo("Lovelace");
        assertThat(Texts.mask(full, "Augusta Lovelace")).isEqualTo(first + " " + last);
        assertThat(Texts.mask(full, "Lovelace, Augusta")).isEqualTo(last + ", " + first);
        assertThat(Texts.mask(full, "Dr. Augusta von Lovelace")).isEqualTo("Dr. " + first + " von " + last);
        assertThat(Texts.mask(full, "AUGUSTA LOVELACE")).isEqualTo((first + " " + last).toUpperCase(Locale.ROOT));
        assertThat(Texts.mask(full, "augusta")).isEqualTo(first.toLowerCase(Locale.ROOT));
    }

    @Test
    void masksTheWordsOfANameOneByOne() {
        Masker masker = Texts.text(MaskerName.FIRST_NAME);

        assertThat(Texts.mask(masker, "Augusta-Maria"))
                .isEqualTo(Texts.mask(masker, "Augusta") + "-" + Texts.mask(masker, "Maria"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Li", "王伟", "J.", "x1"})
    void scramblesWhatIsTooShortForAName(String value) {
        assertThat(Texts.mask(Texts.text(MaskerName.LAST_NAME), value))
                .isNotEqualTo(value)
                .hasSameSizeAs(value);
    }

    @Test
    void givesAnotherNameForEachAttempt() {
        Masker masker = Texts.text(MaskerName.FIRST_NAME);
        Set<String> masks = new HashSet<>();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            masks.add(String.valueOf(masker.mask("Augusta", "", attempt)));
        }

        assertThat(masks).hasSize(1_000).doesNotContain("Augusta").allMatch(mask -> mask.length() <= 7);
    }

    @ParameterizedTest
    @CsvSource({
        "ada.lovelace@analytical.org, '[a-z]+[a-z2-9]*@[a-z2-9]+\\.example'",
        "ada.lovelace@a1.org, '[a-z]+[a-z2-9]*@[a-z]\\.test'",
        "ada.lovelace@a.de, '[a-z]+[a-z2-9]*@[a-z]\\.zz'",
        "ADA.LOVELACE@ANALYTICAL.ORG, '[A-Z2-9]+@[A-Z2-9]+\\.EXAMPLE'",
        "ada@analytical.org, '[a-z]{3}@[a-z2-9]+\\.example'"
    })
    void keepsTheLengthsOfAnEmailAddress(String value, String shape) {
        String mask = Texts.mask(Texts.text(MaskerName.EMAIL), value);

        assertThat(mask).matches(shape).hasSameSizeAs(value);
        assertThat(mask.indexOf('@')).isEqualTo(value.indexOf('@'));
    }

    @Test
    void givesEqualDomainsEqualMasks() {
        Masker masker = Texts.text(MaskerName.EMAIL);

        assertThat(Texts.mask(masker, "ada@analytical.org").substring(4))
                .isEqualTo(Texts.mask(masker, "charles@analytical.org").substring(8))
                .isEqualTo(Texts.mask(masker, "augusta.lovelace@Analytical.org").substring(17));
        assertThat(Texts.mask(Texts.text(MaskerName.URL), "https://analytical.org"))
                .isEqualTo("https://" + Texts.mask(masker, "ada@analytical.org").substring(4));
    }

    @Test
    void keepsADomainThatMayBeKept() {
        Masker masker = Texts.MASKERS.masker(new Masking.EmailKeepingDomain(), ValueKind.TEXT, 0);

        assertThat(Texts.mask(masker, "ada.lovelace@Example.org"))
                .endsWith("@Example.org")
                .doesNotStartWith("ada.");
        assertThat(Texts.mask(masker, "ada.lovelace@Example.org").substring(0, 12))
                .isEqualTo(Texts.mask(Texts.text(MaskerName.EMAIL), "ada.lovelace@Example.org")
                        .substring(0, 12));
    }

    @Test
    void rarelyGivesTwoAddressesOneMask() {
        Masker masker = Texts.text(MaskerName.EMAIL);
        Set<String> masks = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            masks.add(Texts.mask(masker, "customer" + (10_000 + i) + "@example.org"));
        }

        assertThat(masks).hasSizeGreaterThan(19_980);
    }

    @Test
    void scramblesWhatIsNoEmailAddress() {
        assertThat(Texts.mask(Texts.text(MaskerName.EMAIL), "Ada <ada@b.org>"))
                .matches("[A-Z][a-z]{2} <[a-z]{3}@[a-z]\\.[a-z]{3}>");
    }

    @Test
    void masksAUserNameThatIsAnEmailAddressAsOne() {
        assertThat(Texts.mask(Texts.text(MaskerName.USER_NAME), "ada@analytical.org"))
                .isEqualTo(Texts.mask(Texts.text(MaskerName.EMAIL), "ada@analytical.org"));
        assertThat(Texts.mask(Texts.text(MaskerName.USER_NAME), "ada_lovelace"))
                .matches("[a-z]+[a-z2-9]*")
                .hasSize(12);
    }

    @Test
    void masksAStreetAndItsNumber() {
        Masker masker = Texts.text(MaskerName.STREET);

        assertThat(Texts.mask(masker, "12b St James Square"))
                .matches("\\d\\d[a-z] .{5,15}")
                .doesNotContain("James");
        assertThat(Texts.mask(masker, "Lange Reihe 117, Hof 3")).matches(".{5,11} \\d{3}, .{3} \\d");
        assertThat(Texts.mask(masker, "7")).matches("\\d");
    }

    @Test
    void takesNamesOfTheLocale() {
        Masker german = new Maskers(Texts.key("one"), Locale.GERMAN)
                .masker(new Masking.Named(MaskerName.STREET), ValueKind.TEXT, 0);
        int umlautsAndStreets = 0;
        for (int i = 0; i < 100; i++) {
            umlautsAndStreets +=
                    Texts.mask(german, "Any Long Avenue " + i).matches(".*(?:[äöüß]|[Ss]tr|weg).*") ? 1 : 0;
        }

        assertThat(umlautsAndStreets).isPositive();
    }

    @Test
    void masksAUrlAndKeepsItsStructure() {
        Masker masker = Texts.text(MaskerName.URL);

        assertThat(Texts.mask(
                        masker, "https://ada:secret@www.analytical.org:8443/users/ada.png?token=a1B2&x=%C3%A9%20#top"))
                .matches("https://[a-z]{3}:[a-z]{6}@[a-z2-9]{10,}\\.example:8443/[a-z]{5}/[a-z]{3}\\.png\\?"
                        + "token=[a-z]\\d[A-Z]\\d&x=%78%78%20#[a-z]{3}");
        assertThat(Texts.mask(masker, "http://10.1.2.3/a")).matches("http://10\\.\\d\\.\\d\\.\\d/[a-z]");
        assertThat(Texts.mask(masker, "http://[2a00:1450:4001:81b::200e]/"))
                .matches("http://\\[2001:db8::[0-9a-f:]+]/");
        assertThat(Texts.mask(masker, "no address")).matches("[a-z]{2} [a-z]{7}");
    }
}
