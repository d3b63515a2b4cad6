package dev.diorama.subsetter.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database before and after one change at a time. */
class SchemaInventoryTest {
    private static final String SCHEMA =
            """
            CREATE EXTENSION citext;
            CREATE SCHEMA other;
            CREATE TYPE mood AS ENUM ('sad', 'fine');
            CREATE DOMAIN small AS int DEFAULT 1 CHECK (VALUE < 10);
            CREATE TABLE parent (id int PRIMARY KEY, name text DEFAULT 'x' NOT NULL, mood mood, UNIQUE (name));
            CREATE TABLE child (id int GENERATED ALWAYS AS IDENTITY, parent_id int REFERENCES parent ON DELETE CASCADE, CHECK (id > 0));
            CREATE TABLE parts (id int, day int) PARTITION BY RANGE (day);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (2);
            CREATE INDEX child_parent ON child (parent_id) WHERE parent_id > 0;
            CREATE STATISTICS both_of ON id, parent_id FROM child;
            CREATE VIEW names AS SELECT name FROM parent;
            CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM parent;
            CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE FUNCTION twice(n int = 1) RETURNS int LANGUAGE sql AS 'SELECT 2 * n';
            CREATE FUNCTION again(n int) RETURNS int LANGUAGE sql RETURN n + 1;
            CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int);
            CREATE TRIGGER loud BEFORE INSERT ON parent FOR EACH ROW EXECUTE FUNCTION fire();
            CREATE RULE quiet AS ON DELETE TO parent DO INSTEAD NOTHING;
            CREATE POLICY mine ON parent USING (name = current_user);
            CREATE SEQUENCE numbers;
            CREATE COLLATION posix (LOCALE = 'C');
            CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
            CREATE CAST (mood AS int) WITH INOUT;
            CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
            COMMENT ON TABLE parent IS 'first';
            """;

    private static Session session = Session.open(Server.url("postgres"), new Cancellation());
    private final SchemaInventory source = SchemaInventory.read(session);

    @BeforeAll
    static void makeSchema() {
        session.close();
        session = Session.open(Server.database(SCHEMA), new Cancellation());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void findsNothingWrongWithACopy() {
        try (Session copy = Session.open(Server.database(SCHEMA), new Cancellation())) {
            assertThat(source.faultsOf(SchemaInventory.read(copy), new LeftOut(notice -> {})))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DROP TRIGGER loud ON parent | trigger loud on public.parent is missing",
                "ALTER TABLE parent DISABLE TRIGGER loud | trigger loud on public.parent is \"enabled O 7 public.fire d41d8cd98f00b204e9800998ecf8427e\" in the source and \"enabled D 7 public.fire d41d8cd98f00b204e9800998ecf8427e\" in the sample",
                "DROP RULE quiet ON parent | rule quiet on public.parent is missing",
                "DROP POLICY mine ON parent | policy mine on public.parent is missing",
                "ALTER POLICY mine ON parent USING (true) | policy mine on public.parent is defined otherwise in the source",
                "ALTER POLICY mine ON parent TO postgres | policy role PUBLIC of mine on public.parent is missing",
                "ALTER TABLE parent FORCE ROW LEVEL SECURITY | table public.parent is \"persistence p replica identity d by heap\" in the source and \"persistence p forced replica identity d by heap\" in the sample",
                "ALTER TABLE child SET UNLOGGED | table public.child is",
                "DROP INDEX child_parent | index public.child_parent is missing",
                "DROP INDEX child_parent; CREATE INDEX child_parent ON child (parent_id) | index public.child_parent is defined otherwise in the source",
                "DROP STATISTICS both_of | statistics object public.both_of is missing",
                "ALTER TABLE child DROP CONSTRAINT child_parent_id_fkey | constraint child_parent_id_fkey on public.child is missing",
                "ALTER TABLE child DROP CONSTRAINT child_id_check, ADD CHECK (id > 0) NOT VALID | constraint child_id_check on public.child is \"c\" in the source and \"c NOT VALID\" in the sample",
                "ALTER TABLE child DROP CONSTRAINT child_id_check, ADD CHECK (id > 1) | constraint child_id_check on public.child is defined otherwise in the source",
                "ALTER TABLE parent ALTER name SET DEFAULT 'y' | table column public.parent.name is defined otherwise in the source",
                "ALTER TABLE parent ALTER name DROP NOT NULL | table column public.parent.name is \"2 text NOT NULL\" in the source and \"2 text\" in the sample",
                "ALTER TABLE parent ALTER name SET STATISTICS 7 | table column public.parent.name is \"2 text NOT NULL\" in the source and \"2 text NOT NULL statistics 7\" in the sample",
                "ALTER TABLE child ALTER id DROP IDENTITY | sequence public.child_id_seq is missing",
                "ALTER TABLE parts DETACH PARTITION parts_1 | table public.parts_1 is",
                "ALTER TYPE mood RENAME VALUE 'sad' TO 'bad' | type public.mood is \"e 'sad', 'fine'\" in the source and \"e 'bad', 'fine'\" in the sample",
                "ALTER DOMAIN small DROP CONSTRAINT small_check | domain constraint small_check on public.small is missing",
                "ALTER DOMAIN small SET DEFAULT 2 | domain public.small is defined otherwise in the source",
                "CREATE OR REPLACE VIEW names AS SELECT upper(name) AS name FROM parent | view public.names is defined otherwise in the source",
                "DROP MATERIALIZED VIEW counted | filled materialized view public.counted is missing",
                "REFRESH MATERIALIZED VIEW counted WITH NO DATA | filled materialized view public.counted is missing",
                "CREATE OR REPLACE FUNCTION twice(n int = 1) RETURNS int LANGUAGE sql AS 'SELECT 3 * n' | function public.twice(integer) is",
                "CREATE OR REPLACE FUNCTION twice(n int = 2) RETURNS int LANGUAGE sql AS 'SELECT 2 * n' | function public.twice(integer) is defined otherwise in the source",
                "CREATE OR REPLACE FUNCTION again(n int) RETURNS int LANGUAGE sql RETURN n + 2 | function public.again(integer) is defined otherwise in the source",
                "DROP AGGREGATE total (int) | aggregate public.total(integer) is missing",
                "ALTER SEQUENCE numbers INCREMENT 2 | sequence parameters public.numbers is",
                "DROP SCHEMA other | schema other is missing",
                "DROP EXTENSION citext | extension citext is missing",
                "DROP COLLATION posix | collation public.posix is missing",
                "DROP TEXT SEARCH CONFIGURATION words | text search configuration public.words is missing",
                "DROP CAST (mood AS int) | cast (public.mood AS integer) is missing",
                "DROP OPERATOR === (int, int) | operator public.===(integer,integer) is missing",
                "COMMENT ON TABLE parent IS 'second' | comment on table public.parent is",
                "CREATE TABLE more (id int) | table public.more is not in the source",
            })
    void namesWhatIsDifferent(String change, String fault) {
        assertThat(faults(change))
                .anyMatch(line -> fault.endsWith(" is") ? line.startsWith(fault) : line.equals(fault));
    }

    @Test
    void doesWithoutWhatIsLeftOut() {
        LeftOut leftOut = new LeftOut(notice -> {});
        leftOut.add(new ObjectName("table", "public.parent"));

        assertThat(source.faultsOf(changed("DROP TABLE parent CASCADE"), leftOut))
                .doesNotContain("table public.parent is missing", "comment on table public.parent is missing")
                .contains("trigger loud on public.parent is missing");
    }

    @Test
    void comparesOnlyWhatEveryVersionSaysAlikeWhereVersionsDiffer() {
        SchemaInventory sample = changed(
                "CREATE OR REPLACE VIEW names AS SELECT upper(name) AS name FROM parent; ALTER TABLE parent DISABLE TRIGGER loud");
        SchemaInventory other = new SchemaInventory(99, sample.objects());

        assertThat(source.faultsOf(other, new LeftOut(notice -> {})))
                .singleElement()
                .asString()
                .startsWith("trigger loud on public.parent is");
    }

    private List<String> faults(String change) {
        return source.faultsOf(changed(change), new LeftOut(notice -> {}));
    }

    /** What there is after a change, which is undone. */
    private SchemaInventory changed(String change) {
        session.execute(
                "BEGIN; SET LOCAL search_path = public; %s; SET LOCAL search_path = pg_catalog".formatted(change));
        try {
            return SchemaInventory.read(session);
        } finally {
            session.execute("ROLLBACK");
        }
    }
}
