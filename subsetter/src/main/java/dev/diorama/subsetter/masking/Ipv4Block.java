package dev.diorama.subsetter.masking;

import java.util.List;

/**
 * IPv4 addresses that are masked among themselves, by the bounds of their first two numbers: those of RFC 1918, those that
 * carriers share (RFC 6598), link-local ones (RFC 3927), and all others.
 */
record Ipv4Block(int firstLow, int firstHigh, int secondLow, int secondHigh) {
    private static final int MOST = 255;
    private static final Ipv4Block PUBLIC = new Ipv4Block(0, MOST, 0, MOST);
    private static final List<Ipv4Block> NOT_PUBLIC = List.of(
            new Ipv4Block(10, 10, 0, MOST),
            new Ipv4Block(100, 100, 64, 127),
            new Ipv4Block(169, 169, 254, 254),
            new Ipv4Block(172, 172, 16, 31),
            new Ipv4Block(192, 192, 168, 168));

    static Ipv4Block of(int[] numbers) {
        return NOT_PUBLIC.stream()
                .filter(block -> block.has(numbers[0], numbers[1]))
                .findFirst()
                .orElse(PUBLIC);
    }

    /** The lowest number in one of four places. */
    int low(int place) {
        return switch (place) {
            case 0 -> firstLow;
            case 1 -> secondLow;
            default -> 0;
        };
    }

    /** The highest number in one of four places. */
    int high(int place) {
        return switch (place) {
            case 0 -> firstHigh;
            case 1 -> secondHigh;
            default -> MOST;
        };
    }

    private boolean has(int first, int second) {
        return first >= firstLow && first <= firstHigh && second >= secondLow && second <= secondHigh;
    }
}
