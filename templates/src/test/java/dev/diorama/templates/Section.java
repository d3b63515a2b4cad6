package dev.diorama.templates;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file: keys with values, read by the type that is expected of them. */
record Section(String name, Map<?, ?> values) {
    static Section of(String name, @Nullable Object value) {
        return new Section(name, required(name, value, Map.class));
    }

    Set<String> keys() {
        return values.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    String text(String key) {
        return required(path(key), values.get(key), String.class);
    }

    List<?> list(String key) {
        return required(path(key), values.get(key), List.class);
    }

    Section section(String key) {
        return of(path(key), values.get(key));
    }

    private String path(String key) {
        return name + ": " + key;
    }

    private static <T> T required(String path, @Nullable Object value, Class<T> type) {
        return type.cast(Objects.requireNonNull(value, path));
    }
}
