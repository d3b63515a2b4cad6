package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskConfigurationTest {
    @Test
    void readsEachWayOfMasking() {
        MaskConfiguration masks = parse(
                """
                sample:
                  unclassified: stop
                  locale: pt-BR
                  mask:
                    users.email: email
                    users.mail: {email: keep-domain}
                    users.born: {shift-days: 30}
                    visits.at: {shift-days: 7, subject: user_id}
                    users.settings: {json: {"$.address.street": street, "$..phones[*]": phone, "$.note": {constant: "-"}}}
                    users.nickname: {keep: "public by design"}
                    users.salary: {noise: 0.1}
                    users.initial: {sql: "left(name, 1)"}
                    users.middle: null
                    crm.*.token: blank
                """);

        assertThat(masks.unclassified()).isEqualTo(MaskConfiguration.Unclassified.STOP);
        assertThat(masks.locale()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(masking(masks, "email")).contains(new Masking.Named(MaskerName.EMAIL));
        assertThat(masking(masks, "mail")).contains(new Masking.EmailKeepingDomain());
        assertThat(masking(masks, "born")).contains(new Masking.ShiftDays(30, Optional.empty()));
        assertThat(masks.maskingFor(new TableName("public", "visits"), "at"))
                .contains(new Masking.ShiftDays(7, Optional.of("user_id")));
        assertThat(masking(masks, "settings"))
                .contains(new Masking.Json(Map.of(
                        "$.address.street",
                        new Masking.Named(MaskerName.STREET),
                        "$..phones[*]",
                        new Masking.Named(MaskerName.PHONE),
                        "$.note",
                        new Masking.Constant("-"))));
        assertThat(masking(masks, "nickname")).contains(new Masking.Keep("public by design"));
        assertThat(masking(masks, "salary")).contains(new Masking.Noise(0.1));
        assertThat(masking(masks, "initial")).contains(new Masking.Sql("left(name, 1)"));
        assertThat(masking(masks, "middle")).contains(new Masking.Named(MaskerName.NULL));
        assertThat(masks.maskingFor(new TableName("crm", "lead"), "token"))
                .contains(new Masking.Named(MaskerName.BLANK));
        assertThat(masking(masks, "id")).isEmpty();
    }

    @Test
    void masksWhatNobodyHasClassifiedUnlessToldOtherwise() {
        assertThat(parse("sample: {law: all}")).isEqualTo(MaskConfiguration.DEFAULT);
    }

    @Test
    void prefersNamesToPatternsAndLaterPatternsToEarlierOnes() {
        MaskConfiguration masks = parse(
                """
                sample:
                  mask:
                    users.email: hash
                    "*.email": email
                    "*.e*": scramble
                """);

        assertThat(masking(masks, "email")).contains(new Masking.Named(MaskerName.HASH));
        assertThat(masks.maskingFor(new TableName("public", "leads"), "email"))
                .contains(new Masking.Named(MaskerName.SCRAMBLE));
    }

    @Test
    void reportsEverythingThatIsWrong() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> parse(
                                """
                        sample:
                          unclassified: keep
                          locale: "!"
                          mask:
                            email: email
                            a.b: emial
                            a.c: keep
                            a.d: shift-days
                            a.e: {shift-days: 0}
                            a.f: {noise: 2}
                            a.g: {json: {address: street}}
                            a.h: {email: keep}
                            a.i: {keep: " "}
                            a.j: {sql: "a; b"}
                            a.k: {hash: 3}
                            a.l: {json: {"$.a": {json: {"$.b": email}}}}
                            "a.*": {keep: "all of it"}
                        """))
                .satisfies(
                        failure -> assertThat(String.join("\n", failure.errors()))
                                .isEqualTo(
                                        """
                                diorama.yml:2:17: "sample.unclassified" must be mask or stop: what may stay must be said column by column, under mask: like users.nickname: {keep: "public by design"}
                                diorama.yml:3:11: "sample.locale" must be a language like en, de or pt-BR, not "!"
                                diorama.yml:5:12: "sample.mask.email" must name a table and a column, like users.email or *.email
                                diorama.yml:6:10: "sample.mask.a.b" must be a masker, not "emial" (did you mean "email"?)
                                diorama.yml:7:10: "sample.mask.a.c" needs a reason why the values may stay, like {keep: "public by design"}
                                diorama.yml:8:10: "sample.mask.a.d" must say more about shift-days, like {shift-days: 30}
                                diorama.yml:9:23: "sample.mask.a.e.shift-days" must be from 1 to 36500 days, not 0
                                diorama.yml:10:18: "sample.mask.a.f.noise" must be above 0 and at most 1, like 0.1 for a tenth
                                diorama.yml:11:27: "sample.mask.a.g.json.address" must be a path like $.address.street, $.items[*].email or $..email
                                diorama.yml:12:18: "sample.mask.a.h.email" must be keep-domain, not "keep"; write email alone to mask the domain too
                                diorama.yml:13:17: "sample.mask.a.i.keep" needs a reason why the values may stay
                                diorama.yml:14:16: "sample.mask.a.j.sql" must be one SQL expression: a semicolon stands at character 2
                                diorama.yml:15:10: "sample.mask.a.k" must be a masker's name or have one of the keys email, shift-days, noise, constant, sql, json, keep
                                diorama.yml:16:25: "sample.mask.a.l.json.$.a" cannot be json within json
                                diorama.yml:17:12: "sample.mask.a.*" lets values of columns stay that nobody has looked at: write out each column"""));
    }

    private static Optional<Masking> masking(MaskConfiguration masks, String column) {
        return masks.maskingFor(new TableName("public", "users"), column);
    }

    private static MaskConfiguration parse(String text) {
        return SampleConfiguration.parse("diorama.yml", text).masks();
    }
}
