package dev.diorama.subsetter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people read, whole, in files beside the tests. What a test got instead lies in {@code target/golden}: look at it,
 * and copy it where it is better.
 */
public final class Golden {
    private Golden() {}

    /** Compares a text with the file of that name beside the test. */
    public static void assertMatches(Class<?> test, String fileName, String actual) {
        try (InputStream file = test.getResourceAsStream(fileName)) {
            String expected = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Path got = Path.of("target", "golden").resolve(fileName);
            Files.createDirectories(got.getParent());
            Files.writeString(got, actual);
            assertThat(actual).as("%s, which now lies in %s", fileName, got).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
