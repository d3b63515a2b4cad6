package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MaskPlannerTest {
    private static final Masking EMAIL = new Masking.Named(MaskerName.EMAIL);
    private static Catalog catalog;

    @BeforeAll
    static void readTheSchema() {
        try (Session session = Session.open(
                Server.database(
                        """
                        CREATE TABLE person (
                            id int PRIMARY KEY, email varchar(80) NOT NULL UNIQUE, phone varchar(20), token text NOT NULL UNIQUE,
                            initial text GENERATED ALWAYS AS (left(email, 1)) STORED);
                        CREATE TABLE letter (id int PRIMARY KEY, recipient varchar(60) REFERENCES person (email), body text);
                        CREATE TABLE stamp (letter int, recipient varchar(70) REFERENCES person (email));
                        CREATE TABLE event (
                            id int, payload jsonb, at date, whose int GENERATED ALWAYS AS (id + 1) STORED);
                        CREATE TABLE seat (id int, dropped int, holder text, nick text, note text) PARTITION BY RANGE (id);
                        ALTER TABLE seat DROP dropped;
                        CREATE TABLE seat_1 PARTITION OF seat FOR VALUES FROM (0) TO (9);
                        CREATE UNIQUE INDEX ON seat_1 (nick);
                        ALTER TABLE seat_1 ADD EXCLUDE (holder WITH =);
                        """),
                new Cancellation())) {
            catalog = new CatalogReader(session).read();
        }
    }

    @Test
    void masksKeysAlikeWhereverOneIsNamed() {
        MaskPlan plan = plan("mask: {letter.recipient: email}");

        assertThat(plan.columns())
                .extracting(column ->
                        column.name() + " " + column.masking() + " " + column.length() + " " + column.distinct())
                .containsExactlyInAnyOrder(
                        "letter.recipient email 60 true",
                        "person.email email 60 true",
                        "stamp.recipient email 60 true");
    }

    @Test
    void masksWhatNobodyHasClassifiedAndSaysSo() {
        MaskPlan plan = plan(
                "mask: {person.phone: {keep: \"the shop's own\"}}",
                proposal("person", "email", EMAIL),
                proposal("person", "phone", new Masking.Named(MaskerName.PHONE)),
                proposal("person", "initial", new Masking.Named(MaskerName.SCRAMBLE)),
                proposal("person", "token", new Masking.Named(MaskerName.BLANK)));

        assertThat(plan.columns())
                .extracting(column -> column.name() + " " + column.masking())
                .containsExactlyInAnyOrder(
                        "letter.recipient email", "person.email email", "stamp.recipient email", "person.token hash");
        assertThat(plan.kept())
                .isEqualTo(Map.of(new ColumnName(new TableName("public", "person"), "phone"), "the shop's own"));
        assertThat(plan.notices())
                .containsExactly(
                        "Personal data that nobody has classified is masked in person.email, person.token: classify it under mask: in the configuration, or see diorama scan");
    }

    @Test
    void stopsAtWhatNobodyHasClassifiedIfToldSo() {
        assertThatThrownBy(() -> plan("unclassified: stop", proposal("person", "email", EMAIL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Nobody has classified \"person.email\" under mask: 9 of 10 values are e-mail addresses. Say how it is masked, or {keep: \"…\"} with the reason why it may stay");
    }

    @Test
    void saysWhatStaysBecauseItHoldsTheKeysOfWhatIsKept() {
        String keep = "mask: {person.email: {keep: \"the shop's own\"}}";
        Proposal found = proposal("letter", "recipient", EMAIL);

        assertThat(plan(keep, found).columns()).isEmpty();
        assertThat(plan(keep, found).kept())
                .isEqualTo(Map.of(
                        new ColumnName(new TableName("public", "person"), "email"),
                        "the shop's own",
                        new ColumnName(new TableName("public", "letter"), "recipient"),
                        "holds the same keys as person.email, which is kept"));
        assertThatThrownBy(() -> plan("unclassified: stop\n  " + keep, found))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Nobody has classified \"letter.recipient\" under mask: 9 of 10 values are e-mail addresses. Say how it is masked, or {keep: \"…\"} with the reason why it may stay");
    }

    @Test
    void refusesToShiftDatesBySubjectsThatAreNotRead() {
        assertThatThrownBy(() -> plan("mask: {event.at: {shift-days: 3, subject: whose}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"event\" has no column \"whose\"");
    }

    @Test
    void tellsValuesApartThatConstraintsCompareOfAnyKind() {
        assertThat(plan("mask: {seat.holder: scramble, seat.nick: scramble, seat.note: scramble}")
                        .columns())
                .extracting(column -> column.name() + " " + column.distinct())
                .containsExactlyInAnyOrder("seat.holder true", "seat.nick true", "seat.note false");
    }

    @Test
    void refusesMasksOfKeysThatDependOnMoreThanTheValue() {
        assertThatThrownBy(() -> plan("mask: {letter.recipient: redact}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "letter.recipient holds the same keys as person.email, stamp.recipient, which redact cannot mask alike: use a masker that depends on the value alone, like scramble");
    }

    @Test
    void wantsKeysInDocumentsToBeNamed() {
        String reference = "references: [{from: \"event(payload $.mail)\", to: person(email)}]";

        assertThatThrownBy(() -> plan("mask: {person.email: email}\n  " + reference))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "diorama.yml:3:16: person.email is masked by email, and event(payload $.mail) → person(email) refers to it: mask \"event.payload\" by {json: {\"$.mail\": email}}");
        assertThat(plan("mask: {person.email: email, event.payload: {json: {\"$.mail\": email}}}\n  " + reference)
                        .columns())
                .hasSize(4);
    }

    private static Proposal proposal(String table, String column, Masking masking) {
        return new Proposal(
                new ColumnName(new TableName("public", table), column), masking, "9 of 10 values are e-mail addresses");
    }

    private static MaskPlan plan(String yaml, Proposal... proposals) {
        SampleConfiguration configuration = SampleConfiguration.parse("diorama.yml", "sample:\n  " + yaml);
        return new MaskPlanner(catalog, configuration.masks(), configuration.referencesIn(catalog), List.of(proposals))
                .plan();
    }
}
