package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreErrorsTest {
    private static final String REFUSED = "pg_restore: error: could not execute query: ERROR:  ";

    @Test
    void saysWhichConstraintRowsBreakAndNotWhichRows() {
        assertThat(RestoreErrors.withoutValues(List.of(
                        "pg_restore: from TOC entry 3210; 2606 16417 FK CONSTRAINT town town_fkey postgres",
                        REFUSED + "insert or update on table \"town\" violates x",
                        "DETAIL:  Key (country_id)=(4711) is not present in table \"country\".",
                        "Command was: ALTER TABLE …",
                        REFUSED + "could not create unique index \"person_phone_key\"",
                        "DETAIL:  Key (phone)=(4711) is duplicated.",
                        "CONTEXT:  parallel worker",
                        REFUSED + "unrecognized configuration parameter \"transaction_timeout\"",
                        REFUSED + "relation \"country\" does not exist",
                        "CONTEXT:  PL/pgSQL function code(text) line 1 at RETURN",
                        REFUSED + "permission denied for function code",
                        "pg_restore: warning: errors ignored on restore: 5")))
                .containsExactly(
                        "insert or update on table \"town\" violates x",
                        "could not create unique index \"person_phone_key\"",
                        "relation \"country\" does not exist. Function \"code\" names it without its schema: ALTER FUNCTION … SET search_path in the source lets it be found",
                        "permission denied for function code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value \"4915112345678\" is out of range for type integer",
                "invalid input syntax for type integer: \"jane@x\"",
                "date/time field value out of range: \"1999-13-01\"",
                "time zone \"jane@x\" not recognized",
                "malformed array literal: \"jane@x\""
            })
    void hidesValuesThatWereRefused(String message) {
        assertThat(RestoreErrors.withoutValues(List.of(REFUSED + message, "Command was: CREATE INDEX …")))
                .containsExactly(RestoreErrors.HIDDEN);
    }

    @Test
    void hidesWhatAFunctionRaised() {
        assertThat(RestoreErrors.withoutValues(List.of(
                        REFUSED + "jane@x is no address",
                        "CONTEXT:  PL/pgSQL function code(text) line 1 at RAISE",
                        "Command was: CREATE INDEX …",
                        REFUSED + "column \"jane@x\" does not exist",
                        "CONTEXT:  PL/pgSQL function code(text) line 1 at EXECUTE",
                        "Command was: CREATE INDEX …",
                        REFUSED + "could not extend file \"base/1/2\": No space left on device",
                        "HINT:  Check free disk space.",
                        "Command was: CREATE INDEX …")))
                .containsExactly(
                        RestoreErrors.HIDDEN,
                        RestoreErrors.HIDDEN,
                        "could not extend file \"base/1/2\": No space left on device");
    }

    @Test
    void saysWhatAnOlderServerDoesNotUnderstand() {
        assertThat(
                        RestoreErrors.of(
                                List.of(
                                        REFUSED + "syntax error at or near \")\"",
                                        "LINE 4: );",
                                        "        ^",
                                        "Command was: CREATE TABLE public.\"meeting room\" (",
                                        "    twice integer GENERATED ALWAYS AS ((id * 2))",
                                        ");",
                                        REFUSED + "syntax error at or near \"PERIOD\"",
                                        "Command was: ALTER TABLE ONLY public.booking",
                                        "    ADD CONSTRAINT room FOREIGN KEY (room_id, PERIOD during) REFERENCES public.room(id, PERIOD valid);")))
                .containsExactly(
                        "syntax error at or near \")\" in CREATE TABLE public.\"meeting room\": the target's server is too old"
                                + " for it, take one of the source's version or later",
                        "syntax error at or near \"PERIOD\" in ALTER TABLE ONLY public.booking: the target's server is too old"
                                + " for it, take one of the source's version or later");
    }
}
