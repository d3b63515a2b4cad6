package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.masking.Masker;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Masks the values of one column, and counts them. Several threads may use one. */
final class ColumnMask {
    /** A mask that equals its value is tried again so often; some values have nothing to replace. */
    private static final int TRIES_FOR_ANOTHER = 4;
    /** So many values may want one mask. */
    private static final int TRIES_FOR_A_FREE_ONE = 10_000;

    private static final int RECENT_BITS = 12;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final MaskedColumn column;
    private final Masker masker;
    private final Optional<Claims> claims;
    private final ValueHash hash;
    private final Parts parts;
    private final LongMap values = new LongMap();
    private final LongMap masks = new LongMap();
    private final LongAdder rows = new LongAdder();
    /** Names and cities come again and again. */
    private final AtomicReferenceArray<@Nullable Recent> recent = new AtomicReferenceArray<>(1 << RECENT_BITS);

    /** A value and its mask. */
    private record Recent(String value, String subject, @Nullable String mask) {
        boolean isOf(String otherValue, String otherSubject) {
            return value.equals(otherValue) && subject.equals(otherSubject);
        }
    }

    ColumnMask(MaskedColumn column, Masker masker, Optional<Claims> claims, ValueHash hash, Parts parts) {
        this.parts = parts;
        this.column = column;
        this.masker = masker;
        this.claims = claims;
        this.hash = hash;
    }

    MaskedColumn column() {
        return column;
    }

    /** Masks something that nobody has, and forgets it. */
    void warmUp() {
        masker.mask("Nobody Somewhere", "", 0);
    }

    /** The mask of a value, null for none. */
    @Nullable String mask(String written, String subject) {
        String value = column.column().isArray() ? written : column.column().unpadded(written);
        rows.increment();
        int place = (value.hashCode() * GOLDEN_RATIO ^ subject.hashCode()) >>> (Integer.SIZE - RECENT_BITS);
        Recent known = recent.get(place);
        if (known != null && known.isOf(value, subject)) {
            return known.mask();
        }
        String mask = find(value, subject);
        count(value, mask);
        recent.set(place, new Recent(value, subject, mask));
        return mask;
    }

    private @Nullable String find(String written, String subject) {
        String value = column.ignoresCase() ? written.toLowerCase(Locale.ROOT) : written;
        for (int attempt = 0; attempt < TRIES_FOR_A_FREE_ONE; attempt++) {
            String mask = masker.mask(value, subject, attempt);
            if (mask == null) {
                return ifNothing();
            }
            boolean other = !mask.equals(value) || attempt >= TRIES_FOR_ANOTHER;
            if (other && isFree(mask, value)) {
                return mask;
            }
        }
        throw new SubsetException(
                "Column \"%s\" has more values than %s has masks, and is in a unique index: use another masker, like scramble or hash"
                        .formatted(column.name(), column.masking()));
    }

    private boolean isFree(String mask, String value) {
        boolean asWritten = column.distinct() && !column.ignoresCase();
        return claims.map(all -> asWritten ? all.claimAsWritten(mask, value) : all.claim(mask, value))
                .orElse(true);
    }

    /** What stands for nothing where something must stand. */
    private @Nullable String ifNothing() {
        boolean blank = column.masking().equals(new Masking.Named(MaskerName.BLANK));
        return blank && column.column().required() ? Blank.of(column.column()) : null;
    }

    private void count(String value, @Nullable String mask) {
        long valueHash = hash.of(value);
        long maskHash = mask == null ? 0 : hash.of(mask);
        synchronized (values) {
            values.putIfAbsent(valueHash, 1);
            if (mask != null) {
                masks.putIfAbsent(maskHash, 1);
            }
        }
    }

    /** Whether the source has a telling value, alone or in an array or a document. */
    boolean had(String value, long valueHash) {
        if (parts.contains(valueHash)) {
            return true;
        }
        if (!Telling.is(value, column.masking())
                || (isWeak() && column.finding().isPresent())) {
            return false;
        }
        synchronized (values) {
            return values.contains(valueHash);
        }
    }

    /**
     * Whether only a person can know that such values do not belong elsewhere, too: a composer of one table may be an
     * artist of another.
     */
    private boolean isWeak() {
        return column.masking() instanceof Masking.Named(MaskerName name)
                && Set.of(MaskerName.FULL_NAME, MaskerName.STREET, MaskerName.USER_NAME, MaskerName.SCRAMBLE)
                        .contains(name);
    }

    boolean hasMask(long valueHash) {
        synchronized (values) {
            return masks.contains(valueHash);
        }
    }

    /** What was masked so far. */
    MaskedValues counted() {
        synchronized (values) {
            return new MaskedValues(rows.sum(), values.size(), masks.size());
        }
    }
}
