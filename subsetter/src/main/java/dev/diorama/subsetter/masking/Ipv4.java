package dev.diorama.subsetter.masking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Permutes IPv4 addresses, each number among those with as many digits: the networks that are nobody's (RFC 1918, shared and
 * link-local ones) each among themselves, public addresses among public ones. 0/8, 127/8, multicast and reserved ones
 * stay. Of a network, whose host bits are all zero, only the network's are replaced.
 */
final class Ipv4 {
    private static final Pattern ADDRESS =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    /** Numbers of one, two and three digits. */
    private static final List<Alphabet> ALL = List.of(
            Alphabet.of(IntStream.rangeClosed(0, 9)),
            Alphabet.of(IntStream.rangeClosed(10, 99)),
            Alphabet.of(IntStream.rangeClosed(100, 255)));

    private static final int NUMBERS = 4;
    private static final int BITS = 8;
    private static final int MOST = 255;

    private final Permutation permutation;

    Ipv4(Permutation permutation) {
        this.permutation = permutation;
    }

    /** The mask; nothing of what is no IPv4 address. */
    Optional<String> mask(String address, int prefix, int attempt) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int[] numbers = IntStream.rangeClosed(1, NUMBERS)
                .map(group -> Integer.parseInt(matcher.group(group)))
                .toArray();
        if (IntStream.of(numbers).anyMatch(number -> number > MOST)) {
            return Optional.empty();
        }
        if (stays(numbers)) {
            return Optional.of(address);
        }
        Ipv4Block block = Ipv4Block.of(numbers);
        int bits = isNetwork(numbers, prefix) ? prefix : NUMBERS * BITS;
        Alphabet[] alphabets = new Alphabet[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            alphabets[i] = alphabet(numbers[i], block, i, bits - BITS * i);
        }
        int[] places =
                IntStream.range(0, NUMBERS).filter(i -> alphabets[i].size() > 1).toArray();
        int[] digits = new int[places.length];
        int[] radices = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            digits[i] = alphabets[places[i]].index(numbers[places[i]]);
            radices[i] = alphabets[places[i]].size();
        }
        long tweak = 40L * block.firstLow() + bits;
        int[] masked = numbers.clone();
        if (places.length == 1) {
            return Optional.of(text(single(numbers, alphabets[places[0]], places[0], tweak, attempt)));
        }
        permutation.mask(digits, radices, tweak, attempt, candidate -> {
            fill(masked, places, alphabets, candidate);
            return isIn(block, masked);
        });
        fill(masked, places, alphabets, digits);
        return Optional.of(text(masked));
    }

    /** Where only one number is replaced; it must not become one of another block. */
    private int[] single(int[] numbers, Alphabet alphabet, int place, long tweak, int attempt) {
        int[] masked = numbers.clone();
        for (int i = 0; i < alphabet.size(); i++) {
            long digit = permutation.mask(alphabet.index(numbers[place]), alphabet.size(), tweak, attempt + i);
            masked[place] = alphabet.letter((int) digit);
            if (isIn(Ipv4Block.of(numbers), masked)) {
                return masked;
            }
        }
        return numbers;
    }

    private static void fill(int[] numbers, int[] places, Alphabet[] alphabets, int[] digits) {
        for (int i = 0; i < places.length; i++) {
            numbers[places[i]] = alphabets[places[i]].letter(digits[i]);
        }
    }

    private static boolean stays(int[] numbers) {
        return numbers[0] == 0 || numbers[0] == 127 || numbers[0] >= 224;
    }

    private static boolean isIn(Ipv4Block block, int[] numbers) {
        return !stays(numbers) && Ipv4Block.of(numbers).equals(block);
    }

    private static String text(int[] numbers) {
        return numbers[0] + "." + numbers[1] + "." + numbers[2] + "." + numbers[3];
    }

    private static boolean isNetwork(int[] numbers, int prefix) {
        long address = 0;
        for (int number : numbers) {
            address = address << BITS | number;
        }
        return prefix < NUMBERS * BITS && (address & (1L << (NUMBERS * BITS - prefix)) - 1) == 0;
    }

    /**
     * What a number may become.
     *
     * @param bits how many of its bits may be others; all if more than it has, none below 1
     */
    private static Alphabet alphabet(int number, Ipv4Block block, int place, int bits) {
        int digits = digits(number);
        int step = bits >= BITS ? 1 : 1 << (BITS - Math.max(bits, 0));
        if (step == 1 && block.low(place) == 0 && block.high(place) == MOST) {
            return ALL.get(digits - 1);
        }
        return Alphabet.of(IntStream.rangeClosed(block.low(place), block.high(place))
                .filter(other -> digits(other) == digits && other % step == 0));
    }

    private static int digits(int number) {
        return number < 10 ? 1 : number < 100 ? 2 : 3;
    }
}
