package dev.diorama.subsetter.connection;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.Test;

class ConnectionFailureTest {
    private final ConnectionUrl database = Server.url("postgres");

    @Test
    void saysThatTheServerDoesNotEncrypt() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(ConnectionUrl.parse(database + "?sslmode=require")::connect)
                .withMessage(
                        "No connection to %s: the server does not encrypt connections, and the URL's sslmode wants that. Switch ssl on there, or choose another sslmode"
                                .formatted(database));
    }

    @Test
    void namesAParameterWithAWrongValue() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(ConnectionUrl.parse(database + "?sslmode=bogus")::connect)
                .withMessage(
                        "No connection to %s: the URL's parameter \"sslmode\" has a value that does not exist: correct it"
                                .formatted(database));
    }
}
