package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What works on the source and fails in the sample, with a message that quotes a row. */
class RowValuesInErrorsTest {
    @Test
    void aMaterializedViewThatCannotReadARow() {
        assertThat(failure(
                        "RETURN mail::int",
                        "CREATE MATERIALIZED VIEW codes AS SELECT public.code(mail) FROM public.person"))
                .hasMessage(
                        "Materialized view \"codes\" could not be filled from the sample: invalid text representation (SQLSTATE 22P02)");
    }

    @Test
    void anIndexWhoseFunctionRaisesAnError() {
        assertThat(failure("RAISE '% is no address', mail", "CREATE INDEX ON person (public.code(mail))"))
                .hasMessage(
                        "The sample does not satisfy the schema: a type, an expression or a function did not accept a row (the server's message may quote it, so it is not shown)");
    }

    @Test
    void aMaterializedViewWhoseFunctionMakesAStatementOfARow() {
        assertThat(failure(
                        "EXECUTE format('SELECT %I', mail)",
                        "CREATE MATERIALIZED VIEW codes AS SELECT public.code(mail) FROM public.person"))
                .hasMessage(
                        "Materialized view \"codes\" could not be filled from the sample: a function made a statement that failed (SQLSTATE 42703)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAISE unique_violation USING MESSAGE = 'duplicate', DETAIL = mail",
                "RAISE '%', mail USING HINT = mail",
                "RETURN mail::int",
                "EXECUTE format('SELECT %I', mail)"
            })
    void tracesHoldNoRowEither(String inTheSample) {
        SubsetException failure =
                failure(inTheSample, "CREATE MATERIALIZED VIEW codes AS SELECT public.code(mail) FROM public.person");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString())
                .contains("SQLException", "MaterializedViews")
                .doesNotContain("jane@x");
    }

    @Test
    void tracesHoldNoRowOfTheSourceEither() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE person (mail text);
                INSERT INTO person VALUES ('jane@x');
                """);
        SampleConfiguration configuration = SampleConfiguration.parse(
                "diorama.yml", "sample: {law: all, mask: {person.mail: {keep: \"nobody's\"}}}");
        SubsetRequest request = SubsetRequest.of(source, Server.url(Server.newName("sample")), 1)
                .withConfiguration(configuration);
        SubsetException failure = catchThrowableOfType(
                SubsetException.class,
                () -> Subsetter.run(request, new SubsetListener() {
                    @Override
                    public void phaseStarted(PhaseName phase) {
                        if (phase == PhaseName.COPY) {
                            narrow(Server.databases());
                        }
                    }
                }));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(failure)
                .hasMessage(
                        "The rows of \"person\" could not be copied: string data right truncation (SQLSTATE 22001)");
        assertThat(trace.toString()).contains("SQLException").doesNotContain("jane@x");
    }

    /** Makes the column of the sample that is built too narrow for its row. */
    private static void narrow(List<String> databases) {
        databases.stream()
                .filter(name -> name.startsWith("diorama_building"))
                .forEach(name ->
                        Server.execute(Server.url(name), "ALTER TABLE person ALTER COLUMN mail TYPE varchar(2)"));
    }

    private static SubsetException failure(String inTheSample, String schema) {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE person (mail text);
                INSERT INTO person VALUES ('jane@x');
                CREATE FUNCTION code(mail text) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
                    $$ BEGIN IF current_database() ~ '^diorama' THEN %s; END IF; RETURN 1; END $$;
                %s;
                """
                        .formatted(inTheSample, schema));
        SubsetRequest request = SubsetRequest.of(source, Server.url(Server.newName("sample")), 1);
        return catchThrowableOfType(SubsetException.class, () -> Subsetter.run(request, SubsetListener.SILENT));
    }
}
