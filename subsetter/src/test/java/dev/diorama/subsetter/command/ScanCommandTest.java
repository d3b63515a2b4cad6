package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    private static final String SHOP =
            """
            CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE, password_hash text, settings jsonb);
            INSERT INTO users SELECT i, 'u' || i || '@mail.example', NULL, '{"phone": "+49 30 123456"}' FROM generate_series(1, 5) i;
            CREATE TABLE products (id int PRIMARY KEY, name text);
            INSERT INTO products VALUES (1, 'Ruby');
            """;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void showsWhatItFindsAndProposes() {
        assertThat(scan("--source", Server.database(SHOP).toString())).isZero();

        assertThat(out)
                .hasToString(
                        """
                        column                  what      confidence  why
                        users.email             email     high        5 of 5 values are e-mail addresses; its name says so too
                        users.password_hash     password  medium      its name says so; there are no values to look at
                        users.settings $.phone  phone     high        5 of 5 values are phone numbers; its name says so too

                        3 findings in 1 table: 2 high, 1 medium, 0 low

                        sample:
                          mask:
                            # users
                            users.email: email # email, high: 5 of 5 values are e-mail addresses; its name says so too
                            users.password_hash: blank # password, medium: its name says so; there are no values to look at
                            users.settings:
                              json:
                                "$.phone": phone # phone, high: 5 of 5 values are phone numbers; its name says so too
                        """);
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void failsACheckUntilEverythingIsClassified(@TempDir Path folder) throws IOException {
        String source = Server.database(SHOP).toString();
        Path config = folder.resolve("diorama.yml");
        Files.writeString(config, "sample:\n  mask:\n    users.email: email\n    \"*.password*\": blank\n");

        assertThat(scan("--source", source, "--config", config.toString(), "--check", "--format", "yaml"))
                .isOne();

        assertThat(errors)
                .hasToString(
                        """
                        diorama: 1 finding is not classified:
                          users.settings $.phone
                        Say under "sample: mask:" of %s how each is masked, or {keep: "why it may stay"}
                        """
                                .formatted(config));
        Files.writeString(config, Files.readString(config) + out.toString().replace("sample:\n  mask:\n", ""));
        out.getBuffer().setLength(0);
        assertThat(scan("--source", source, "--config", config.toString(), "--check"))
                .isZero();
        assertThat(out.toString()).endsWith("3 findings in 1 table: 2 high, 1 medium, 0 low; 3 of them classified\n");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(scan("--source", Server.database("CREATE TABLE t (id int)").toString(), "--check"))
                .isZero();

        assertThat(out).hasToString("No personal data and no credentials were found.\n");
    }

    @Test
    void needsAReadableConfiguration() {
        assertThat(scan("--source", Server.url("postgres").toString(), "--config", "missing.yml"))
                .isEqualTo(2);

        assertThat(errors).hasToString("diorama: The configuration file \"missing.yml\" does not exist\n");
    }

    private int scan(String... arguments) {
        return ScanCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
