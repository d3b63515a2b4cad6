package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    private final Masker masker = Texts.text(MaskerName.IP);

    @ParameterizedTest
    @CsvSource({
        "10.1.20.3, '10\\.\\d\\.\\d\\d\\.\\d'",
        "172.16.254.1, '172\\.(?:1[6-9]|2\\d|3[01])\\.\\d{3}\\.\\d'",
        "192.168.0.17/24, '192\\.168\\.\\d\\.\\d\\d/24'",
        "10.20.0.0/16, '10\\.\\d\\d\\.0\\.0/16'",
        "203.0.113.64/26, '\\d{3}\\.\\d\\.\\d{3}\\.64/26'",
        "'203.0.113.9, 10.0.0.1', '\\d{3}\\.\\d\\.\\d{3}\\.\\d, 10\\.\\d\\.\\d\\.\\d'",
        "2001:0470:1f0b:1234:5678:9abc:def0:1234, '2001:db8(?::[1-9a-f][0-9a-f]{0,3}){6}'",
        "2a00:1450:4001:81b::200e, '2001:db8::[0-9a-f:]{1,14}'",
        "fe80::1, '[1-9a-f][0-9a-f]{3}::[1-9a-f]'",
        "2a00:1450::/32, '[1-9a-f][0-9a-f]{3}:[1-9a-f][0-9a-f]{3}::/32'",
        "::ffff:8.8.4.4, '::ffff:\\d\\.\\d\\.\\d\\.\\d'"
    })
    void staysWithinItsKind(String value, String shape) {
        assertThat(Texts.mask(masker, value)).matches(shape).isNotEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", "::1", "255.255.255.255", "10.0.0.0/8"})
    void leavesWhatIsNobodys(String value) {
        assertThat(Texts.mask(masker, value)).isEqualTo(value);
    }

    @Test
    void givesEveryAddressOfAKindAMaskOfItsOwn() {
        Set<String> masks = new HashSet<>();
        for (int third = 0; third < 256; third++) {
            for (int fourth = 0; fourth < 256; fourth += 3) {
                String value = "192.168." + third + "." + fourth;
                String mask = Texts.mask(masker, value);
                assertThat(mask).startsWith("192.168.").isNotEqualTo(value);
                masks.add(mask);
            }
        }

        assertThat(masks).hasSize(256 * 86);
    }

    @Test
    void givesPublicAddressesPublicOnesThatDiffer() {
        Set<String> values = new HashSet<>();
        Set<String> masks = new HashSet<>();
        Texts texts = new Texts(3);
        for (int i = 0; i < 5_000; i++) {
            String value =
                    (1 + texts.below(9)) + "." + texts.below(10) + "." + texts.below(100) + "." + texts.below(256);
            String mask = Texts.mask(masker, value);
            assertThat(mask).doesNotMatch("(?:0|10|127)\\..*").isNotEqualTo(value);
            values.add(value);
            masks.add(mask);
        }

        assertThat(masks).hasSameSizeAs(values);
    }

    @Test
    void masksAnAddressAlikeInEveryColumn() {
        Masker typed = Texts.MASKERS.masker(new Masking.Named(MaskerName.SCRAMBLE), ValueKind.INET, 0);

        assertThat(Texts.mask(typed, "8.8.4.4")).isEqualTo(Texts.mask(masker, "8.8.4.4"));
    }

    @Test
    void leavesNetworksWithoutHostBits() {
        Masker networks = Texts.MASKERS.masker(new Masking.Named(MaskerName.IP), ValueKind.CIDR, 0);
        for (int bits = 9; bits <= 32; bits++) {
            long network = 0xCB_0071FFL & -1L << (32 - bits);
            String value = "%d.%d.%d.%d/%d"
                    .formatted(network >> 24 & 255, network >> 16 & 255, network >> 8 & 255, network & 255, bits);
            String mask = Texts.mask(networks, value);
            String[] parts = mask.split("[./]", -1);
            long masked = 0;
            for (int i = 0; i < 4; i++) {
                masked = masked << 8 | Long.parseLong(parts[i]);
            }
            assertThat(masked & (1L << (32 - bits)) - 1).as(mask).isZero();
            assertThat(mask).endsWith("/" + bits);
        }
    }

    @Test
    void scramblesWhatIsNoAddress() {
        assertThat(Texts.mask(masker, "999.1.1.1")).matches("\\d{3}\\.\\d\\.\\d\\.\\d");
        assertThat(Texts.mask(masker, "host-7.local")).matches("[a-z]{4}-\\d\\.[a-z]{5}");
    }
}
