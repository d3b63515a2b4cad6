package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** The options about the source's load and about a target that exists. */
class LimitOptionsTest {
    private static final String THING = "CREATE TABLE thing (id int PRIMARY KEY); INSERT INTO thing VALUES (1)";

    @ParameterizedTest
    @CsvSource({"0, PT0S", "200ms, PT0.2S", "10s, PT10S", "5min, PT5M", "1h, PT1H", "2 d, PT48H", "24d, PT576H"})
    void readsTimesAsPostgresqlWritesThem(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"''", "10", "-1s", "1.5s", "5 minutes", "s", "25d", "9999999999d", "99999999999s"})
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new DurationConverter().convert(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --pause             | 200         | Invalid value for option '--pause': "200" is no time: write a number and ms, s, min, h or d, for example 200ms or 5min, or 0 for none
            --lock-timeout      | ten seconds | Invalid value for option '--lock-timeout': "ten seconds" is no time: write a number and ms, s, min, h or d, for example 200ms or 5min, or 0 for none
            --statement-timeout | 30d         | Invalid value for option '--statement-timeout': "30d" is too long: 24d is the most
            --jobs              | 0           | --jobs must be 1 or more, not 0
            --like              | mysql://x/y | "mysql://x/y" is not the URL of a PostgreSQL database: it must look like postgresql://user@host:5432/database
            """)
    void saysWhatIsWrong(String option, String value, String message) {
        String url = Server.url("anything").toString();
        CommandLines.Result result = CommandLines.subset("--source", url, "--target", url + "_sample", option, value);

        assertThat(result.errors().lines().findFirst()).contains("diorama: " + message);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void isNotLikeItsOwnSource() {
        String url = Server.url("shop").toString();
        CommandLines.Result result = CommandLines.subset("--source", url, "--target", url + "_sample", "--like", url);

        assertThat(result.errors())
                .isEqualTo("diorama: The sample to be like is the source itself, %s: name an earlier sample%n"
                        .formatted(url));
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void replacesWhatIsThereWithinLimits() {
        ConnectionUrl source = Server.database(THING);
        ConnectionUrl target = Server.database("CREATE TABLE other ()");

        CommandLines.Result result = CommandLines.subset(
                "--source",
                source.toString(),
                "--target",
                target.toString(),
                "--replace",
                "--jobs=1",
                "--pause=1ms",
                "--lock-timeout=0",
                "--statement-timeout=5min");

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(Server.query(
                        target,
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
                .containsExactly("thing");
    }
}
