-- Names of everything that can go wrong in quoting, formatting, splitting and sorting.
CREATE SCHEMA "Größe ""x"" 100%s {0} $$ ;-- ?";
CREATE SCHEMA "select";
CREATE SCHEMA "two
lines";
CREATE TYPE "select"."Type, [] 1" AS ENUM ('a''b', 'c"d', 'e\f', '{0}');
CREATE DOMAIN "select"."domain's" AS text CHECK (VALUE <> '?');
CREATE TABLE "Größe ""x"" 100%s {0} $$ ;-- ?"."Table ""t"" 100%d {1} $1 ' \ ?" (
    "Id ?" serial PRIMARY KEY, "a.b" int, "{0}" "select"."Type, [] 1", "%s" "select"."domain's", "new
line" text DEFAULT E'\n', "ctid " int, "tableoid?" int, " " int, "rösti" int, "$body$" int, "select" int, "c" int, "p" int, "chosen" int);
INSERT INTO "Größe ""x"" 100%s {0} $$ ;-- ?"."Table ""t"" 100%d {1} $1 ' \ ?" ("a.b", "{0}", "%s", "p", "c")
    SELECT i, 'c"d', E'\\.', i, i FROM generate_series(1, 140) i;
CREATE TABLE "select"."from" ("where" int PRIMARY KEY, "order by" int NOT NULL
    CONSTRAINT "foreign ""key"" %s ?" REFERENCES "Größe ""x"" 100%s {0} $$ ;-- ?"."Table ""t"" 100%d {1} $1 ' \ ?");
INSERT INTO "select"."from" SELECT i, i % 140 + 1 FROM generate_series(1, 700) i;
CREATE TABLE "two
lines"."a
b" ("c
d" int CONSTRAINT "e
f" PRIMARY KEY);
INSERT INTO "two
lines"."a
b" SELECT generate_series(1, 40);
CREATE INDEX "i
j" ON "two
lines"."a
b" ("c
d");
CREATE VIEW "two
lines"."v
w" AS SELECT * FROM "two
lines"."a
b";
COMMENT ON TABLE "two
lines"."a
b" IS 'first
\connect nowhere
-- ''third''';
CREATE FUNCTION "select"."Fn; ""x"" %s"("arg '1'" "select"."Type, [] 1", int = 3) RETURNS text LANGUAGE sql AS $_$ SELECT '$$' $_$;
CREATE TRIGGER "Trigger, %s ""t""" BEFORE INSERT ON "select"."from" FOR EACH ROW EXECUTE FUNCTION code.fired('{0}', '?');
CREATE RULE "rule ; %s" AS ON DELETE TO "select"."from" DO INSTEAD NOTHING;
CREATE POLICY "policy ; %s ?" ON "select"."from" USING (true);
-- The same names in several schemas, in other letters, and of 63 bytes.
CREATE TABLE "from" ("where" int PRIMARY KEY, mine text);
CREATE TABLE "From" ("where" int PRIMARY KEY REFERENCES "from");
INSERT INTO "from" SELECT i, 'public' FROM generate_series(1, 60) i;
INSERT INTO "From" SELECT i FROM generate_series(1, 60) i;
CREATE TABLE "ÄÖÜäöüßéèê_63_bytes_of_a_name_which_goes_on_and_on_12"(
    "column_of_63_bytes_whose_name_goes_on_and_on_until_the_very_end" int PRIMARY KEY);
INSERT INTO "ÄÖÜäöüßéèê_63_bytes_of_a_name_which_goes_on_and_on_12" SELECT generate_series(1, 30);
CREATE SEQUENCE "select"."Seq %s ?" START 9;
SELECT nextval('"select"."Seq %s ?"');
CREATE EXTENSION unaccent SCHEMA "select";
