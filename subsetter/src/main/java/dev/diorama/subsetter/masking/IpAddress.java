package dev.diorama.subsetter.masking;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Another IP address of the same kind, with its prefix length; of a list with commas each. What is none is scrambled.
 *
 * @see Ipv4
 * @see Ipv6
 */
final class IpAddress implements Masker {
    private final Ipv4 ipv4;
    private final Ipv6 ipv6;
    private final Scramble scramble;

    IpAddress(Permutation permutation, Draws draws) {
        this.ipv4 = new Ipv4(permutation);
        this.ipv6 = new Ipv6(permutation, draws, ipv4);
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (value.indexOf(',') >= 0) {
            return Arrays.stream(value.split(",", -1))
                    .map(part -> padding(part) + one(part.strip(), attempt))
                    .collect(Collectors.joining(","));
        }
        return one(value, attempt);
    }

    private static String padding(String part) {
        return part.substring(0, part.length() - part.stripLeading().length());
    }

    private String one(String value, int attempt) {
        int slash = value.indexOf('/');
        String address = slash < 0 ? value : value.substring(0, slash);
        String suffix = slash < 0 ? "" : value.substring(slash);
        int prefix = prefix(suffix);
        return ipv4.mask(address, prefix, attempt)
                .or(() -> ipv6.mask(address, prefix, attempt))
                .map(masked -> masked + suffix)
                .orElseGet(() -> scramble.mask(value, attempt));
    }

    /** The length that stands behind the slash; one that all addresses fit into where there is none. */
    private static int prefix(String suffix) {
        return suffix.matches("/\\d{1,3}") ? Integer.parseInt(suffix.substring(1)) : 128;
    }
}
