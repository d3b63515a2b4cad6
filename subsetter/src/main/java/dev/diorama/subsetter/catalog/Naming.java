package dev.diorama.subsetter.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Names several things in a sentence. Pure. */
public final class Naming {
    private static final int SHOWN = 5;

    private Naming() {}

    /** {@code role "a"}, or {@code roles "a", "b"}; of many the first ones. */
    public static String listed(String word, List<?> names) {
        String shown = names.stream().limit(SHOWN).map("\"%s\""::formatted).collect(Collectors.joining(", "));
        String rest = names.size() > SHOWN ? " and %d more".formatted(names.size() - SHOWN) : "";
        return "%s%s %s%s".formatted(word, names.size() == 1 ? "" : "s", shown, rest);
    }
}
