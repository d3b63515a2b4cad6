package dev.diorama.subsetter.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLocaleTest {
    private static final ConnectionUrl SUPERUSER = Server.url("postgres");

    private final ConnectionUrl target = Server.url(Server.newName("sample"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
                "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'POSIX'",
                "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de-u-co-phonebk'"
            })
    void isTheSources(String locale) {
        ConnectionUrl source = Server.url(Server.newName("source"));
        Server.execute(SUPERUSER, "CREATE DATABASE %s TEMPLATE template0 %s".formatted(source.database(), locale));

        Subsetter.run(SubsetRequest.of(source, target, 1), SubsetListener.SILENT);

        assertThat(locale(target)).isEqualTo(locale(source));
    }

    @Test
    void isNotKnownToTheTarget() {
        DatabaseLocale locale = new DatabaseLocale("UTF8", "xx_YY", "xx_YY", "c", Optional.empty(), Optional.empty());
        MaintenanceDatabase maintenance = MaintenanceDatabase.find(target);

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> BuildDatabase.create(
                        target, locale, maintenance, new Removal(maintenance, notice -> {}), new Cancellation()))
                .withMessage(
                        "The target's server, localhost port %d, does not know how the source sorts text: invalid locale name: \"xx_YY\". Install that locale there, or take a server on a machine like the source's"
                                .formatted(target.port()));
    }

    private static String locale(ConnectionUrl url) {
        return Server.query(
                        url,
                        """
                        SELECT concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype, datlocprovider, daticulocale)
                        FROM pg_database WHERE datname = current_database()""")
                .getFirst();
    }
}
