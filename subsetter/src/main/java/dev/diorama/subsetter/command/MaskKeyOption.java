package dev.diorama.subsetter.command;

import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the key for masks is. */
final class MaskKeyOption {
    static final String VARIABLE = "DIORAMA_MASK_KEY";
    private static final int LEAST_BYTES = 16;

    @Option(
            names = "--mask-key",
            paramLabel = "FILE",
            description = {
                "A file with the secret that masks are made with; or the environment variable DIORAMA_MASK_KEY.",
                "The same secret gives the same masks. Without one they are others in each run."
            })
    private @Nullable Path file;

    /** The key, if one is given. */
    Optional<MaskKey> key() {
        Path given = file;
        if (given != null) {
            return Optional.of(key(read(given), "The file \"%s\" for --mask-key".formatted(given)));
        }
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(secret -> key(secret.strip().getBytes(StandardCharsets.UTF_8), "The variable " + VARIABLE));
    }

    private static MaskKey key(byte[] secret, String what) {
        if (secret.length < LEAST_BYTES) {
            throw new ConfigurationException(
                    "%s holds %d bytes, and a secret needs at least %d: make one with openssl rand -hex 32"
                            .formatted(what, secret.length, LEAST_BYTES));
        }
        return MaskKey.of(secret);
    }

    /** What an editor adds at the end is no part of the secret. */
    private static byte[] read(Path given) {
        try {
            return Files.readString(given, StandardCharsets.ISO_8859_1).strip().getBytes(StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("The file \"%s\" for --mask-key does not exist".formatted(given));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The file \"%s\" for --mask-key cannot be read: %s".formatted(given, e.getMessage()));
        }
    }
}
