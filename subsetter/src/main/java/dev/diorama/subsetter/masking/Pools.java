package dev.diorama.subsetter.masking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Names as Datafaker makes them for a locale: always the same with one version of it, since it begins with one number. Each
 * pool is made once, when it is first needed. Several threads may use one.
 */
final class Pools {
    private static final long SEED = 20_260_101;
    /** How many names are made; the same one often comes again. */
    private static final int TRIES = 12_000;

    private static final int ENOUGH = 3_000;
    private static final int FEWEST_PLAIN = 100;

    private final Supplier<Pool> firstNames;
    private final Supplier<Pool> lastNames;
    private final Supplier<Pool> streets;
    private final Supplier<Pool> cities;
    private final Supplier<Pool> companies;
    private final Supplier<Pool> plainFirstNames;
    private final Supplier<Pool> plainLastNames;

    Pools(Locale locale) {
        firstNames = pool(locale, faker -> faker.name().firstName());
        lastNames = pool(locale, faker -> faker.name().lastName());
        streets = pool(locale, faker -> faker.address().streetName());
        cities = pool(locale, faker -> faker.address().city());
        companies = pool(locale, faker -> faker.company().name());
        plainFirstNames = plain(locale, faker -> faker.name().firstName());
        plainLastNames = plain(locale, faker -> faker.name().lastName());
    }

    Pool firstNames() {
        return firstNames.get();
    }

    Pool lastNames() {
        return lastNames.get();
    }

    Pool streets() {
        return streets.get();
    }

    Pool cities() {
        return cities.get();
    }

    Pool companies() {
        return companies.get();
    }

    /** Of the letters a to z alone. */
    Pool plainFirstNames() {
        return plainFirstNames.get();
    }

    /** Of the letters a to z alone. */
    Pool plainLastNames() {
        return plainLastNames.get();
    }

    private static Supplier<Pool> pool(Locale locale, Function<Faker, String> name) {
        return new Once<>(() -> new Pool(names(locale, name)));
    }

    private static Supplier<Pool> plain(Locale locale, Function<Faker, String> name) {
        return new Once<>(() -> {
            Set<String> plain = plain(names(locale, name));
            return new Pool(plain.size() < FEWEST_PLAIN ? plain(names(Locale.ENGLISH, name)) : plain);
        });
    }

    private static Set<String> plain(Collection<String> names) {
        Set<String> plain = new TreeSet<>();
        for (String name : names) {
            String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\p{M}' .-]", "");
            if (letters.matches("[a-z]+")) {
                plain.add(letters);
            }
        }
        return plain;
    }

    /** Names with letters alone, and what stands between letters. */
    private static Set<String> names(Locale locale, Function<Faker, String> name) {
        Faker faker = new Faker(locale, new Random(SEED));
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < TRIES && names.size() < ENOUGH; i++) {
            names.add(name.apply(faker).strip());
        }
        return names;
    }

    /** Makes a value when it is first asked for, once. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T found = made;
            return found == null ? make() : found;
        }

        private synchronized T make() {
            T found = made;
            if (found == null) {
                found = maker.get();
                made = found;
            }
            return found;
        }
    }
}
