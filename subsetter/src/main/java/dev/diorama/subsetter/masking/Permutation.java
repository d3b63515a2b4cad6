package dev.diorama.subsetter.masking;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Keyed permutations of numbers that are written in digits, each in its own radix. No number stays, and the masks of one
 * number are all others for one attempt after the other, until there is none left.
 *
 * <p>P is an alternating Feistel network as of NIST SP 800-38G (FF1), digit by digit modulo the digit's radix, whose round
 * function is SipHash-2-4. A mask is P⁻¹(P(x) + 1 + attempt): P moves the numbers to secret places in a row, and
 * a mask is the next in that row, so it is a permutation that is a single cycle. Several threads may use one.
 */
final class Permutation {
    private static final int ROUNDS = 10;
    /** So many digits are enough for half as many rounds, of P and again of its inverse (Luby and Rackoff: 4 do). */
    private static final int MANY_DIGITS = 40;

    /** So many digits are hashed as one word, if no radix is above 256, and half as many otherwise. */
    private static final int DIGITS_IN_A_WORD = 8;

    private static final int SMALL_RADIX = 256;
    /** As long as the radices' product is below, 24 bits or more of 64 are left. */
    private static final long SPENT = 1L << 40;

    private final SipHash rounds;
    private final SipHash expansion;

    Permutation(MaskKey key) {
        byte[] secret = key.hmac("permutation");
        rounds = new SipHash(ByteBuffer.wrap(secret));
        expansion = new SipHash(ByteBuffer.wrap(secret, 16, 16));
    }

    /**
     * Puts a mask in a number's place.
     *
     * @param digits each below its radix
     * @param radices 2 to 65,536
     * @param tweak another one permutes otherwise
     */
    void mask(int[] digits, int[] radices, long tweak, int attempt) {
        if (digits.length == 0) {
            return;
        }
        if (digits.length == 1) {
            digits[0] = (int) mask(digits[0], radices[0], tweak, attempt);
            return;
        }
        long others = product(radices) - 1;
        encrypt(digits, radices, tweak);
        add(1 + attempt % others, digits, radices);
        decrypt(digits, radices, tweak);
    }

    /**
     * Like the other, among those numbers only that are accepted, as the one is that there is. They should be no small
     * part of all: the others are walked over.
     */
    void mask(int[] digits, int[] radices, long tweak, int attempt, Predicate<int[]> accepted) {
        int[] place = digits.clone();
        encrypt(place, radices, tweak);
        int[] candidate = digits.clone();
        int left = 1 + attempt;
        while (left > 0) {
            add(1, place, radices);
            System.arraycopy(place, 0, candidate, 0, place.length);
            decrypt(candidate, radices, tweak);
            if (Arrays.equals(candidate, digits)) {
                if (left == 1 + attempt) {
                    return; // the only one
                }
            } else if (accepted.test(candidate)) {
                left--;
            }
        }
        System.arraycopy(candidate, 0, digits, 0, digits.length);
    }

    /** The mask of a number from 0 to below a size. */
    long mask(long number, long size, long tweak, int attempt) {
        if (size < 2) {
            return number;
        }
        int[] radices = radices(size);
        int[] digits = new int[radices.length];
        long rest = number;
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (int) (rest % radices[i]);
            rest /= radices[i];
        }
        mask(digits, radices, tweak ^ size, attempt, candidate -> number(candidate, radices) < size);
        return number(digits, radices);
    }

    /** Two or four radices whose product is hardly more than a size. */
    private static int[] radices(long size) {
        int count = size <= 1L << 30 ? 2 : 4;
        int radix = (int) Math.ceil(Math.pow((double) size, 1.0 / count));
        int[] radices = new int[count];
        Arrays.fill(radices, radix);
        long lower = 1;
        for (int i = 0; i < count - 1; i++) {
            lower *= radix;
        }
        radices[count - 1] = (int) ((size - 1) / lower + 1);
        return radices;
    }

    private static long number(int[] digits, int[] radices) {
        long number = 0;
        for (int i = digits.length - 1; i >= 0; i--) {
            number = number * radices[i] + digits[i];
        }
        return number;
    }

    /** The product, or a number that is larger than any attempt. */
    private static long product(int[] radices) {
        long product = 1;
        for (int radix : radices) {
            product *= radix;
            if (product > Integer.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
        }
        return product;
    }

    private static void add(long number, int[] digits, int[] radices) {
        long carry = number;
        for (int i = 0; i < digits.length && carry > 0; i++) {
            long sum = digits[i] + carry;
            digits[i] = (int) (sum % radices[i]);
            carry = sum / radices[i];
        }
    }

    private static int rounds(int digits) {
        return digits < MANY_DIGITS ? ROUNDS : ROUNDS / 2 + 1;
    }

    private void encrypt(int[] digits, int[] radices, long tweak) {
        long[] words = words(digits);
        for (int round = 0; round < rounds(digits.length); round++) {
            round(digits, radices, tweak, round, 1, words);
        }
    }

    private void decrypt(int[] digits, int[] radices, long tweak) {
        long[] words = words(digits);
        for (int round = rounds(digits.length) - 1; round >= 0; round--) {
            round(digits, radices, tweak, round, -1, words);
        }
    }

    /** Room for the larger half. */
    private static long[] words(int[] digits) {
        return new long[2 + digits.length / DIGITS_IN_A_WORD * 2 + DIGITS_IN_A_WORD];
    }

    private static int inAWord(int[] radices) {
        for (int radix : radices) {
            if (radix > SMALL_RADIX) {
                return DIGITS_IN_A_WORD / 2;
            }
        }
        return DIGITS_IN_A_WORD;
    }

    /** Adds to one half what the other half gives, or takes it away. */
    private void round(int[] digits, int[] radices, long tweak, int round, int sign, long[] words) {
        int middle = digits.length / 2;
        boolean left = round % 2 == 0;
        long given = left
                ? given(digits, radices, middle, digits.length, tweak, round, words)
                : given(digits, radices, 0, middle, tweak, round, words);
        int to = left ? middle : digits.length;
        long chance = given;
        long spent = 1;
        for (int i = left ? 0 : middle; i < to; i++) {
            int radix = radices[i];
            if (spent > SPENT) {
                words[0] = given;
                words[1] = i;
                chance = expansion.of(words, 2);
                spent = 1;
            }
            // The number as a fraction: its whole part in this radix is the digit, the rest goes on.
            int digit = (int) Math.unsignedMultiplyHigh(chance, radix);
            chance *= radix;
            spent *= radix;
            int sum = digits[i] + sign * digit;
            digits[i] = sum < 0 ? sum + radix : sum >= radix ? sum - radix : sum;
        }
    }

    private long given(int[] digits, int[] radices, int from, int to, long tweak, int round, long[] words) {
        words[0] = tweak;
        words[1] = (long) digits.length << 8 | round;
        int count = 2;
        int inAWord = inAWord(radices);
        int bits = Long.SIZE / inAWord;
        for (int i = from; i < to; i += inAWord) {
            long word = 0;
            for (int j = i; j < to && j < i + inAWord; j++) {
                word = word << bits | digits[j];
            }
            words[count++] = word;
        }
        return rounds.of(words, count);
    }
}
