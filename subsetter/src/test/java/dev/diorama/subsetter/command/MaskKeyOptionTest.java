package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskKeyOptionTest {
    private static final String EMAILS = "SELECT email FROM person ORDER BY id";

    @TempDir
    private Path folder;

    @Test
    void makesTheSameMasksWithTheSameSecret() throws IOException {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE person (id int PRIMARY KEY, email text);
                INSERT INTO person SELECT i, 'anna' || i || '@shop.example.org' FROM generate_series(1, 50) i;
                """);
        Path key = Files.writeString(folder.resolve("key"), "a secret of many characters");
        Path sameKey = Files.writeString(folder.resolve("same"), "a secret of many characters\n");
        Path otherKey = Files.writeString(folder.resolve("other"), "another one, also long");

        assertThat(Server.query(sample(source, key), EMAILS))
                .isEqualTo(Server.query(sample(source, sameKey), EMAILS))
                .isNotEqualTo(Server.query(sample(source, otherKey), EMAILS));
    }

    @Test
    void refusesASecretThatIsNone() throws IOException {
        Path empty = Files.writeString(folder.resolve("key"), "short\n");
        Path missing = folder.resolve("nothing");

        assertThat(subset("--mask-key", empty.toString()))
                .isEqualTo(
                        "diorama: The file \"%s\" for --mask-key holds 5 bytes, and a secret needs at least 16: make one with openssl rand -hex 32%n"
                                .formatted(empty));
        assertThat(subset("--mask-key", missing.toString()))
                .isEqualTo("diorama: The file \"%s\" for --mask-key does not exist%n".formatted(missing));
    }

    private static ConnectionUrl sample(ConnectionUrl source, Path key) {
        ConnectionUrl target = Server.url(Server.newName("sample"));
        CommandLines.Result result = CommandLines.subset(
                "--source", source.toString(), "--target", target.toString(), "--mask-key", key.toString());
        assertThat(result.exitCode()).isZero();
        return target;
    }

    private static String subset(String... more) {
        String url = Server.url("nothing").toString();
        CommandLines.Result result =
                CommandLines.subset("--source", url, "--target", url + "_sample", more[0], more[1]);
        assertThat(result.exitCode()).isEqualTo(2);
        return result.errors();
    }
}
