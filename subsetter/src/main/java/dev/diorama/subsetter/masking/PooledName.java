package dev.diorama.subsetter.masking;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Another name of the pool, not longer, in the same case. Where the pool has none, and once it has no more for a value, the
 * value is scrambled. The same name in another case gets the same one.
 */
final class PooledName implements Masker {
    private final Supplier<Pool> pool;
    private final Draws draws;
    private final Scramble scramble;

    PooledName(Supplier<Pool> pool, Draws draws, Scramble scramble) {
        this.pool = pool;
        this.draws = draws;
        this.scramble = scramble;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        return mask(value, attempt);
    }

    String mask(String value, int attempt) {
        if (value.codePoints().noneMatch(Character::isLetter)
                || value.codePoints().anyMatch(Character::isDigit)) {
            return scramble.mask(value, attempt);
        }
        Draw draw = draws.of(value.toLowerCase(Locale.ROOT), 0);
        int names = pool.get().size(value.codePointCount(0, value.length()));
        return pool.get()
                .instead(value, draw, attempt)
                .map(CaseStyle.of(value)::apply)
                .orElseGet(() -> scramble.mask(value, Math.max(attempt - names + 1, 0)));
    }
}
