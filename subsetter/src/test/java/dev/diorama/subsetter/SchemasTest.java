package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.Test;

/** What schemas can hold, one thing at a time. {@link Samples} checks every key and the counts of every sample. */
class SchemasTest {
    @Test
    void keepsTheBudgetOfATreeThatRefersToItself() {
        Sample sample = sample(
                """
                CREATE TABLE employee (id int PRIMARY KEY, boss int REFERENCES employee);
                INSERT INTO employee SELECT i, NULLIF(i / 4, 0) FROM generate_series(1, 5000) i;
                """);

        assertThat(sample.table("employee").why()).isEmpty();
    }

    @Test
    void followsALongChainOfRowsThatReferToEachOther() {
        Sample sample = sample(
                """
                CREATE TABLE version (id int PRIMARY KEY, previous int REFERENCES version);
                INSERT INTO version SELECT i, NULLIF(i - 1, 0) FROM generate_series(1, 300) i;
                """);

        assertThat(sample.table("version").rows()).isPositive();
    }

    @Test
    void closesACycleOverSeveralTables() {
        Sample sample = sample(
                """
                CREATE TABLE customer (id int PRIMARY KEY, address_id int);
                CREATE TABLE address (id int PRIMARY KEY, region_id int);
                CREATE TABLE region (id int PRIMARY KEY, head_id int REFERENCES customer);
                ALTER TABLE customer ADD FOREIGN KEY (address_id) REFERENCES address;
                ALTER TABLE address ADD FOREIGN KEY (region_id) REFERENCES region;
                INSERT INTO region SELECT i, NULL FROM generate_series(1, 50) i;
                INSERT INTO address SELECT i, i % 50 + 1 FROM generate_series(1, 3000) i;
                INSERT INTO customer SELECT i, i FROM generate_series(1, 2000) i;
                UPDATE region SET head_id = id * 7;
                """);

        assertThat(sample.table("address").why()).isEmpty();
        assertThat(sample.table("customer").why()).isEmpty();
    }

    @Test
    void closesAMandatoryCycleOfDeferrableKeys() {
        Sample sample = sample(
                """
                CREATE TABLE husband (id int PRIMARY KEY, wife int NOT NULL UNIQUE);
                CREATE TABLE wife (id int PRIMARY KEY, husband int NOT NULL UNIQUE
                    REFERENCES husband DEFERRABLE INITIALLY DEFERRED);
                ALTER TABLE husband ADD FOREIGN KEY (wife) REFERENCES wife DEFERRABLE INITIALLY DEFERRED;
                BEGIN;
                INSERT INTO husband SELECT i, i FROM generate_series(1, 1000) i;
                INSERT INTO wife SELECT i, i FROM generate_series(1, 1000) i;
                COMMIT;
                """);

        assertThat(sample.table("husband").rows()).isEqualTo(77);
        assertThat(sample.table("wife").rows()).isEqualTo(77);
    }

    @Test
    void followsEachOfTwoKeysToOneParent() {
        Sample sample = sample(
                """
                CREATE TABLE account (id int PRIMARY KEY);
                CREATE TABLE transfer (id int PRIMARY KEY, sender int NOT NULL REFERENCES account,
                                       receiver int NOT NULL REFERENCES account);
                INSERT INTO account SELECT i FROM generate_series(1, 500) i;
                INSERT INTO transfer SELECT i, i % 500 + 1, i * 7 % 500 + 1 FROM generate_series(1, 400) i;
                """);

        assertThat(sample.report().declaredKeys()).isEqualTo(2);
        assertThat(sample.table("transfer").why()).isEmpty();
    }

    @Test
    void followsCompositeKeysInTheirOwnOrderOfColumns() {
        Sample sample = sample(
                """
                CREATE TABLE line (order_no int, line_no int, note text, PRIMARY KEY (order_no, line_no),
                                   UNIQUE (line_no, order_no));
                CREATE TABLE delivery (id int PRIMARY KEY, line int, "order" int,
                                       FOREIGN KEY (line, "order") REFERENCES line (line_no, order_no));
                INSERT INTO line SELECT i / 3, i % 3, 'n' FROM generate_series(1, 900) i;
                INSERT INTO delivery SELECT i, CASE WHEN i % 5 > 0 THEN i % 3 END, i / 3 FROM generate_series(1, 800) i;
                """);

        assertThat(sample.table("delivery").why()).isEmpty();
        assertThat(sample.table("line").why()).isEmpty();
    }

    @Test
    void followsPartlyNullKeysOfMatchFullAndSimple() {
        Sample sample = sample(
                """
                CREATE TABLE place (a int, b int, PRIMARY KEY (a, b));
                CREATE TABLE visit (id int PRIMARY KEY, a int, b int, c int, d int,
                    FOREIGN KEY (a, b) REFERENCES place, FOREIGN KEY (c, d) REFERENCES place MATCH FULL);
                INSERT INTO place SELECT i, i FROM generate_series(1, 300) i;
                INSERT INTO visit SELECT i, NULLIF(i % 300, 0), CASE WHEN i % 2 = 0 THEN NULLIF(i % 300, 0) END,
                                         NULLIF(i % 300, 0), NULLIF(i % 300, 0)
                FROM generate_series(1, 1000) i;
                """);

        assertThat(sample.table("visit").why()).isEmpty();
    }

    @Test
    void followsKeysToAUniqueConstraintThatIsNotThePrimaryKey() {
        Sample sample = sample(
                """
                CREATE TABLE country (id int PRIMARY KEY, code text NOT NULL UNIQUE);
                CREATE TABLE city (id int PRIMARY KEY, country_code text NOT NULL REFERENCES country (code));
                INSERT INTO country SELECT i, 'c' || i FROM generate_series(1, 40) i;
                INSERT INTO city SELECT i, 'c' || i % 40 + 1 FROM generate_series(1, 4000) i;
                """);

        assertThat(sample.table("country").why()).isEmpty();
        assertThat(sample.table("city").why()).isEmpty();
    }

    @Test
    void followsKeysFromAndToPartitionedTables() {
        Sample sample = sample(
                """
                CREATE TABLE event (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10);
                CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (10) TO (20) PARTITION BY LIST (day);
                CREATE TABLE event_2a PARTITION OF event_2 FOR VALUES IN (10, 11, 12, 13, 14);
                CREATE TABLE event_2b PARTITION OF event_2 DEFAULT;
                CREATE TABLE seat (id int, day int, event_id int, FOREIGN KEY (event_id, day) REFERENCES event)
                    PARTITION BY HASH (id);
                CREATE TABLE seat_0 PARTITION OF seat FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE seat_1 PARTITION OF seat FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE TABLE first_day (id int PRIMARY KEY, day int, event_id int,
                                        FOREIGN KEY (event_id, day) REFERENCES event_1 (id, day));
                INSERT INTO event SELECT i, i % 20 FROM generate_series(1, 1000) i;
                INSERT INTO seat SELECT i, (i % 1000 + 1) % 20, i % 1000 + 1 FROM generate_series(1, 5000) i;
                INSERT INTO first_day SELECT id, day, id FROM event WHERE day < 5;
                """);

        assertThat(sample.table("event").why()).isEmpty();
        assertThat(sample.table("seat").why()).isEmpty();
        assertThat(sample.report().tables()).hasSize(3);
        assertThat(sample.report().declaredKeys()).isEqualTo(2);
    }

    @Test
    void takesEachMemberOfAnInheritanceTreeForATableOfItsOwn() {
        Sample sample = sample(
                """
                CREATE TABLE animal (id int PRIMARY KEY, name text);
                CREATE TABLE dog (breed text) INHERITS (animal);
                CREATE TABLE toy (id int PRIMARY KEY, animal_id int REFERENCES animal);
                INSERT INTO animal SELECT i, 'a' FROM generate_series(1, 100) i;
                INSERT INTO dog SELECT i, 'd', 'b' FROM generate_series(101, 300) i;
                INSERT INTO toy SELECT i, i % 100 + 1 FROM generate_series(1, 300) i;
                """);

        assertThat(sample.table("animal").sourceRows()).isEqualTo(100);
        assertThat(sample.table("dog").sourceRows()).isEqualTo(200);
    }

    @Test
    void keepsIdentitiesAndComputesGeneratedColumnsAnew() {
        Sample sample = sample(
                """
                CREATE TABLE item (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, price int,
                                   doubled int GENERATED ALWAYS AS (price * 2) STORED, old serial, other bigint);
                CREATE SEQUENCE backwards INCREMENT -1;
                ALTER TABLE item ALTER other SET DEFAULT nextval('backwards');
                INSERT INTO item (price) SELECT i FROM generate_series(1, 500) i;
                SELECT setval('item_old_seq', 9000);
                """);

        assertThat(Server.query(sample.url(), "SELECT 1 FROM item WHERE doubled <> price * 2 OR id <> price"))
                .isEmpty();
        Server.execute(sample.url(), "INSERT INTO item (price) VALUES (1)");
        assertThat(Server.query(
                        sample.url(), "SELECT format('%s %s %s', id, old, other) FROM item ORDER BY id DESC LIMIT 1"))
                .containsExactly("501 9001 -501");
    }

    @Test
    void setsASequenceThatLagsBehindItsColumnToTheColumn() {
        Sample sample = sample(
                """
                CREATE TABLE item (id serial PRIMARY KEY);
                INSERT INTO item SELECT i FROM generate_series(100, 400) i;
                """);

        long greatest = Server.number(sample.url(), "SELECT max(id) FROM item");
        assertThat(Server.number(sample.url(), "SELECT nextval('item_id_seq')")).isGreaterThan(greatest);
    }

    @Test
    void samplesTablesWithoutKeysAndWithTypesThatHaveNoEquality() {
        Sample sample = sample(
                """
                CREATE TYPE mood AS ENUM ('sad', 'fine');
                CREATE TYPE pair AS (a int, b text);
                CREATE DOMAIN email AS text CHECK (strpos(value, '@') > 0);
                CREATE TABLE odd (j json, p point, x xml, b bytea, m mood[], c pair, d email, r int4range, f float8, n text);
                CREATE TABLE nothing ();
                INSERT INTO nothing SELECT FROM generate_series(1, 20);
                INSERT INTO odd SELECT '{"b": 1,  "a": 2}', point(i, i), '<a>  &lt; </a>', '\\x00ff', '{sad,fine}',
                    (i, E'q"\\t\\\\')::pair, 'a@b', int4range(i, i + 2), 1.0 / i, E'a\\tb\\nc\\\\N'
                FROM generate_series(1, 100) i;
                """);

        String all = "SELECT odd::text FROM odd ORDER BY 1";
        assertThat(sample.table("odd").rows()).isEqualTo(15);
        assertThat(Server.query(sample.source(), all)).containsAll(Server.query(sample.url(), all));
    }

    @Test
    void quotesNamesAndTellsSchemasApart() {
        Sample sample = sample(
                """
                CREATE SCHEMA "Sales Dept";
                CREATE TABLE "Sales Dept"."Order" ("Id" int PRIMARY KEY, "select" text, "qu""ote" int);
                CREATE TABLE "Order" ("Id" int PRIMARY KEY,
                    "Parent Id" int NOT NULL REFERENCES "Sales Dept"."Order" ("Id"), "{0}?" int);
                CREATE TABLE "%1$s_%2$s" ("a.b" serial PRIMARY KEY);
                INSERT INTO "%1$s_%2$s" SELECT FROM generate_series(1, 30);
                INSERT INTO "Sales Dept"."Order" SELECT i, 'x', i FROM generate_series(1, 100) i;
                INSERT INTO "Order" SELECT i, mod(i, 100) + 1 FROM generate_series(1, 1000) i;
                """
                        .formatted("ü".repeat(10), "Long".repeat(10)));

        assertThat(sample.table("Sales Dept.Order").why()).isEmpty();
        assertThat(sample.table("Order").why()).isEmpty();
    }

    @Test
    void fillsMaterializedViewsInTheirOrder() {
        Sample sample = sample(
                """
                CREATE TABLE sale (id int PRIMARY KEY, amount int);
                INSERT INTO sale SELECT i, i FROM generate_series(1, 200) i;
                CREATE MATERIALIZED VIEW zz_base AS SELECT count(*) AS n FROM sale;
                CREATE VIEW between AS SELECT * FROM zz_base;
                CREATE MATERIALIZED VIEW aa_top AS SELECT n FROM between;
                CREATE MATERIALIZED VIEW empty AS SELECT 1 AS one WITH NO DATA;
                """);

        assertThat(Server.number(sample.url(), "SELECT n FROM aa_top"))
                .isEqualTo(sample.table("sale").rows());
        assertThat(Server.query(sample.url(), "SELECT relispopulated FROM pg_class WHERE relname = 'empty'"))
                .containsExactly("f");
    }

    @Test
    void keepsTriggersRulesAndPoliciesAndFiresNone() {
        Sample sample = sample(
                """
                CREATE TABLE note (id int PRIMARY KEY, body text);
                CREATE TABLE audit (id serial PRIMARY KEY, body text);
                CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN INSERT INTO audit (body) VALUES (NEW.body); NEW.body := 'fired'; RETURN NEW; END $$;
                INSERT INTO note SELECT i, 'quiet' FROM generate_series(1, 100) i;
                CREATE TRIGGER loud BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION shout();
                CREATE RULE refuse AS ON DELETE TO note DO INSTEAD NOTHING;
                ALTER TABLE note ENABLE ROW LEVEL SECURITY;
                CREATE POLICY everyone ON note USING (true);
                """);

        assertThat(Server.number(sample.url(), "SELECT count(*) FROM audit")).isZero();
        assertThat(Server.query(sample.url(), "SELECT DISTINCT body FROM note")).containsExactly("quiet");
        assertThat(Server.number(
                        sample.url(),
                        "SELECT (SELECT count(*) FROM pg_trigger WHERE tgname = 'loud')"
                                + " + (SELECT count(*) FROM pg_rules WHERE rulename = 'refuse')"
                                + " + (SELECT count(*) FROM pg_policies)"))
                .isEqualTo(3);
    }

    @Test
    void keepsAKeyThatIsNotValidAsItIs() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (id int PRIMARY KEY, parent_id int);
                INSERT INTO parent SELECT i FROM generate_series(1, 100) i;
                INSERT INTO child SELECT i, i % 100 + 1 FROM generate_series(1, 100) i;
                ALTER TABLE child ADD CONSTRAINT later FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;
                """);

        Sample sample = Samples.of(source);

        assertThat(sample.report().declaredKeys()).isEqualTo(1);
        assertThat(sample.report().validatedKeys()).isZero();
    }

    @Test
    void copiesAndOmitsWholeTablesWhereToldTo() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE country (id int PRIMARY KEY);
                CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
                CREATE TABLE audit_log (id int);
                INSERT INTO country SELECT i FROM generate_series(1, 50) i;
                INSERT INTO city SELECT i, i % 50 + 1 FROM generate_series(1, 200) i;
                INSERT INTO audit_log SELECT i FROM generate_series(1, 50) i;
                """);

        Sample sample = Samples.of(source, "sample: {tables: {city: all, \"audit_*\": none}}", 1);

        assertThat(sample.table("city").rows()).isEqualTo(200);
        assertThat(sample.table("audit_log").rows()).isZero();
        assertThat(sample.table("country").rows()).isEqualTo(50);
        assertThat(sample.table("country").why().orElseThrow())
                .isEqualTo(
                        "41 rows over the target: rows of \"city\" need 41 of these by foreign key \"city_country_id_fkey\", city(country_id) → country");
    }

    @Test
    void samplesAnEmptyDatabase() {
        assertThat(sample("").report().tables()).isEmpty();
    }

    private static Sample sample(String sql) {
        return Samples.of(Server.database(sql));
    }
}
