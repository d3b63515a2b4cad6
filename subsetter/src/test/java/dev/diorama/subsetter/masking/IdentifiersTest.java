package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private final Texts texts = new Texts(11);

    @ParameterizedTest
    @CsvSource({
        "+49 (0) 171/2345-678, '\\+49 \\(0\\) [1-9]\\d\\d/\\d{4}-\\d{3}'",
        "0044 20 7946 0018, '0044 [1-9]\\d \\d{4} \\d{4}'",
        "+1-212-555-0100 ext. 42, '\\+1-[1-9]\\d\\d-\\d{3}-\\d{4} ext\\. \\d\\d'",
        "(030) 1234, '\\(0[1-9]\\d\\) \\d{4}'",
        "1-800-FLOWERS, '[1-9]-\\d{3}-[A-Z]{7}'"
    })
    void keepsThePhoneNumbersCountryAndFormat(String value, String shape) {
        assertThat(Texts.mask(Texts.text(MaskerName.PHONE), value))
                .matches(shape)
                .isNotEqualTo(value);
    }

    @Test
    void givesAPhoneNumberTheSameDigitsHoweverItIsWritten() {
        Masker masker = Texts.text(MaskerName.PHONE);

        assertThat(Texts.mask(masker, "+49 (171) 2345-678").replaceAll("\\D", ""))
                .isEqualTo(Texts.mask(masker, "+491712345678").substring(1));
    }

    @Test
    void knowsEveryCallingCode() {
        Masker masker = Texts.text(MaskerName.PHONE);
        for (int code : PhoneNumberUtil.getInstance().getSupportedCallingCodes()) {
            assertThat(Texts.mask(masker, "+" + code + "2345678")).startsWith("+" + code);
        }
    }

    @Test
    void givesPhoneNumbersOfOneShapeMasksThatDiffer() {
        Masker masker = Texts.text(MaskerName.PHONE);
        Set<String> masks = new HashSet<>();
        for (int i = 1_000; i < 10_000; i++) {
            masks.add(Texts.mask(masker, "+32 " + i));
        }

        assertThat(masks).hasSize(9_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "GB82WEST12345698765432",
                "mt84malt011000012345mtlcast001s",
                "NO93 8601 1117 947"
            })
    void makesIbansOfTheSameCountryWithRightCheckDigits(String value) {
        String mask = Texts.mask(Texts.text(MaskerName.IBAN), value);

        assertThat(mask).startsWith(value.substring(0, 2)).isNotEqualTo(value).hasSameSizeAs(value);
        assertThat(shape(mask)).isEqualTo(shape(value));
        assertThat(remainder(mask)).isEqualTo(1);
    }

    @Test
    void scramblesWhatIsNoIban() {
        assertThat(Texts.mask(Texts.text(MaskerName.IBAN), "DE88 3704 0044 0532 0130 00"))
                .matches("[A-Z]{2}\\d\\d \\d{4} \\d{4} \\d{4} \\d{4} \\d\\d");
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, '4242 42\\d\\d \\d{4} \\d{4}'",
        "5105-1051-0510-5100, '5555-55\\d\\d-\\d{4}-\\d{4}'",
        "371449635398431, '378282\\d{9}'",
        "6011000990139424, '601111\\d{10}'",
        "3530111333300000, '353011\\d{10}'"
    })
    void makesCardNumbersOfTestRangesWithTheRightCheckDigit(String value, String shape) {
        String mask = Texts.mask(Texts.text(MaskerName.CREDIT_CARD), value);

        assertThat(mask).matches(shape).isNotEqualTo(value);
        assertThat(luhn(mask)).isZero();
    }

    @Test
    void scramblesTheDigitsOfWhatIsNoCard() {
        assertThat(Texts.mask(Texts.text(MaskerName.CREDIT_CARD), "**** **** **** 1111"))
                .matches("\\*{4} \\*{4} \\*{4} \\d{4}");
        assertThat(luhn("4111 1111 1111 1112")).isNotZero();
        assertThat(Texts.mask(Texts.text(MaskerName.CREDIT_CARD), "4111 1111 1111 1112"))
                .matches("\\d{4} \\d{4} \\d{4} \\d{4}");
    }

    @Test
    void keepsTheCountryOfATaxNumber() {
        assertThat(Texts.mask(Texts.text(MaskerName.TAX_ID), "DE123456789")).matches("DE\\d{9}");
        assertThat(Texts.mask(Texts.text(MaskerName.SSN), "078-05-1120")).matches("\\d{3}-\\d\\d-\\d{4}");
    }

    @ParameterizedTest
    @CsvSource({
        "08:00:2b:01:02:03, '[0-9a-f][26ae](?::[0-9a-f]{2}){5}'",
        "08-00-2B-01-02-0F, '[0-9A-F][26AE](?:-[0-9A-F]{2}){5}'",
        "0800.2b01.0203, '[0-9a-f][26ae][0-9a-f]{2}\\.[0-9a-f]{4}\\.[0-9a-f]{4}'",
        "08:00:2b:01:02:03:04:05, '[0-9a-f][26ae](?::[0-9a-f]{2}){7}'"
    })
    void makesMacAddressesThatNoDeviceHas(String value, String shape) {
        assertThat(Texts.mask(Texts.text(MaskerName.MAC), value)).matches(shape).isNotEqualTo(value);
    }

    @Test
    void givesUuidsOfAVersionMasksOfThatVersionThatDiffer() {
        Masker masker = Texts.text(MaskerName.UUID);
        Set<String> masks = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            UUID value = UUID.fromString(texts.of(MaskerName.UUID));
            UUID mask = UUID.fromString(Texts.mask(masker, value.toString()));
            assertThat(mask.version()).isEqualTo(value.version());
            assertThat(mask).isNotEqualTo(value);
            masks.add(mask.toString());
        }

        assertThat(masks).hasSize(2_000);
        UUID random = UUID.nameUUIDFromBytes(new byte[] {1});
        assertThat(UUID.fromString(Texts.mask(masker, random.toString())).variant())
                .isEqualTo(random.variant());
    }

    @Test
    void leavesTheUuidsThatAreNobodys() {
        Masker masker = Texts.text(MaskerName.UUID);

        assertThat(Texts.mask(masker, "00000000-0000-0000-0000-000000000000")).matches("[0-]+");
        assertThat(Texts.mask(masker, "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF")).matches("[F-]+");
        assertThat(Texts.mask(masker, "{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}"))
                .matches("\\{[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}}");
    }

    @Test
    void keepsWhatFrenchNumbersBeginWith() {
        Masker masker = Texts.text(MaskerName.SSN);

        for (int i = 0; i < 50; i++) {
            assertThat(Texts.mask(masker, "1%014d".formatted(i))).matches("1\\d{14}");
            assertThat(Texts.mask(masker, "2 85 05 78 006 0%02d 91".formatted(i)))
                    .matches("2 \\d\\d \\d\\d \\d\\d \\d{3} \\d{3} \\d\\d");
        }
    }

    @Test
    void givesTaxNumbersMasksThatDifferWhateverTheyBeginWith() {
        Masker masker = Texts.text(MaskerName.SSN);
        Set<String> masks = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            masks.add(Texts.mask(masker, "%02d-%02d".formatted(i / 100, i % 100)));
        }

        assertThat(masks).hasSize(10_000);
        assertThat(Texts.mask(masker, "0123").replace("-", ""))
                .isEqualTo(Texts.mask(masker, "01-23").replace("-", ""));
    }

    private static String shape(String text) {
        return text.replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A").replaceAll("\\d", "0");
    }

    private static int remainder(String iban) {
        String letters = iban.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        StringBuilder number = new StringBuilder();
        (letters.substring(4) + letters.substring(0, 4))
                .chars()
                .map(letter -> Character.digit(letter, 36))
                .forEach(number::append);
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static int luhn(String number) {
        String digits =
                new StringBuilder(number.replaceAll("\\D", "")).reverse().toString();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = Character.digit(digits.charAt(i), 10) * (1 + i % 2);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10;
    }
}
