package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Scans of databases, as texts. */
final class Scans {
    private Scans() {}

    static List<Finding> of(ConnectionUrl url) {
        try (Snapshot snapshot = Snapshot.take(url, SourceLimits.DEFAULT, new Cancellation())) {
            return Scanner.scan(snapshot.session(), new CatalogReader(snapshot.session()).read());
        }
    }

    /** A line for each finding. */
    static String text(List<Finding> findings) {
        return findings.stream().map(Scans::line).collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        return "%s%s: %s, %s: %s (%s)\n"
                .formatted(
                        finding.place(),
                        finding.path().map(path -> ' ' + path).orElse(""),
                        finding.category().word(),
                        finding.confidence().word(),
                        finding.reason(),
                        finding.proposed());
    }

    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Scans.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
