package dev.diorama.subsetter.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The errors of one document, collected while it is read. */
final class YamlErrors {
    private record YamlError(YamlPosition position, String message) {}

    private final List<YamlError> errors = new ArrayList<>();

    void add(YamlPosition position, String message) {
        errors.add(new YamlError(position, message));
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors.stream()
                    .sorted(Comparator.comparing(YamlError::position, YamlPosition.READING_ORDER))
                    .map(error -> error.position() + ": " + error.message())
                    .distinct()
                    .toList());
        }
    }
}
