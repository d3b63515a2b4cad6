-- What runs: functions, operators, triggers, rules, views, policies; and what they are named for.
CREATE SCHEMA code;
CREATE SCHEMA app;
CREATE EXTENSION citext SCHEMA code;
CREATE EXTENSION hstore SCHEMA public;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION ltree;
CREATE EXTENSION btree_gist;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION intarray;
CREATE EXTENSION lo;
COMMENT ON EXTENSION citext IS 'our own words on it';

CREATE COLLATION code.numeric (PROVIDER = icu, LOCALE = 'en-u-kn-true');
CREATE COLLATION code.ignoring_case (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE TEXT SEARCH DICTIONARY code.plain (TEMPLATE = pg_catalog.simple, STOPWORDS = english, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION code.ours (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION code.ours ALTER MAPPING FOR asciiword WITH code.plain, pg_catalog.english_stem;
COMMENT ON TEXT SEARCH CONFIGURATION code.ours IS 'how we search';

-- Types of extensions: keys of citext (whose equality is not in the search path), and such as sort by a collation.
CREATE TABLE code.person (
    email code.citext PRIMARY KEY, tags hstore, place ltree UNIQUE, numbers int[], photo lo, nick text COLLATE code.ignoring_case UNIQUE,
    label text COLLATE code.numeric, id uuid DEFAULT uuid_generate_v5(uuid_ns_url(), 'x'));
CREATE TABLE code.login (id int PRIMARY KEY, email code.citext NOT NULL REFERENCES code.person, place ltree REFERENCES code.person (place),
    nick text COLLATE code.ignoring_case REFERENCES code.person (nick));
INSERT INTO code.person SELECT 'Person' || i || '@X.example', hstore('a"=>', E'\\"' || i), ('top.p' || i)::ltree, ARRAY[i, NULL],
    CASE WHEN i % 9 = 0 THEN lo_from_bytea(0, 'photo') END, 'Nick' || i, 'L' || i FROM generate_series(1, 150) i;
INSERT INTO code.login SELECT i, 'PERSON' || i % 150 + 1 || '@x.example', ('top.p' || i % 150 + 1)::ltree, 'NICK' || i % 150 + 1
    FROM generate_series(1, 600) i;
CREATE INDEX person_trigrams ON code.person USING gin (label gin_trgm_ops);
CREATE INDEX person_numbers ON code.person USING gin (numbers gin__int_ops) WITH (fastupdate = off);
CREATE INDEX person_words ON code.person USING gin (to_tsvector('code.ours', label));
CREATE INDEX person_hash ON code.person USING hash (label);
CREATE UNIQUE INDEX person_lower ON code.person (lower(label) COLLATE "C" text_pattern_ops, (numbers[1])) NULLS NOT DISTINCT
    WITH (fillfactor = 60) WHERE label IS NOT NULL;
ALTER INDEX code.person_words ALTER COLUMN 1 SET STATISTICS 500;
CREATE TABLE code.booking (room int, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE);
INSERT INTO code.booking SELECT i % 3, tstzrange('2020-01-01'::timestamptz + i * interval '1 day', '2020-01-02'::timestamptz + i * interval '1 day')
    FROM generate_series(1, 100) i;
ALTER TABLE code.login CLUSTER ON login_pkey;
CREATE STATISTICS code.together (dependencies, ndistinct, mcv) ON room, (lower(during)) FROM code.booking;
ALTER STATISTICS code.together SET STATISTICS 300;
COMMENT ON STATISTICS code.together IS 'they go together';

-- Functions in all forms.
CREATE TABLE code.rate (currency text PRIMARY KEY, rate numeric NOT NULL);
INSERT INTO code.rate SELECT 'C' || i, i FROM generate_series(1, 30) i;
CREATE FUNCTION code.add(a int, b int = 5) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT a + b';
CREATE FUNCTION code.add(a text, VARIADIC rest text[]) RETURNS text LANGUAGE sql AS $$ SELECT a || '%s' || array_to_string(rest, '; ') $$;
CREATE FUNCTION code.rates() RETURNS SETOF code.rate LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM code.rate r WHERE r.rate > 1; END;
CREATE FUNCTION app.count_rates() RETURNS bigint LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (SELECT count(*) FROM rate); END $$;
CREATE FUNCTION app.top(OUT one int, OUT two text) LANGUAGE plpgsql COST 7 SECURITY DEFINER SET search_path = app, pg_temp
    AS 'BEGIN one := 1; two := ''2''; END';
CREATE PROCEDURE code.work(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN COMMIT; n := 1; END $$;
CREATE AGGREGATE code.total(int) (SFUNC = code.add, STYPE = int, INITCOND = '0', PARALLEL = SAFE);
CREATE FUNCTION code.distance(a text, b text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT abs(length(a) - length(b))';
CREATE OPERATOR code.<~> (FUNCTION = code.distance, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(code.<~>));
CREATE FUNCTION code.mood_number(types.mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length($1::text)';
CREATE CAST (types.mood AS int) WITH FUNCTION code.mood_number(types.mood) AS ASSIGNMENT;
CREATE CONVERSION code.from_latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON FUNCTION code.add(int, int) IS E'adds;\nnothing else';
COMMENT ON OPERATOR code.<~> (text, text) IS 'far';
COMMENT ON CAST (types.mood AS int) IS 'as a number';
COMMENT ON AGGREGATE code.total(int) IS 'all of it';

-- Triggers that would be noticed if they fired: they raise an error, change the row, or write into a table.
CREATE TABLE code.note (id serial PRIMARY KEY, body text, changed int DEFAULT 0);
INSERT INTO code.note (body) SELECT 'quiet' FROM generate_series(1, 200);
CREATE TABLE code.audit (id serial PRIMARY KEY, what text, note int REFERENCES code.note);
CREATE TABLE code.swallowed (id int PRIMARY KEY);
INSERT INTO code.swallowed SELECT generate_series(1, 100);
CREATE FUNCTION code.fired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'Trigger % fired', TG_NAME; END $$;
CREATE FUNCTION code.record() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO code.audit (what) VALUES (TG_NAME); NEW.body := 'loud'; RETURN NEW; END $$;
CREATE TRIGGER a_recorder BEFORE INSERT OR UPDATE OF body ON code.note FOR EACH ROW WHEN (NEW.body <> 'x') EXECUTE FUNCTION code.record();
CREATE TRIGGER b_raiser AFTER INSERT ON code.note REFERENCING NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION code.fired();
CREATE TRIGGER c_always BEFORE INSERT ON code.note FOR EACH STATEMENT EXECUTE FUNCTION code.fired('argument', 'it''s');
CREATE TRIGGER d_replica AFTER INSERT ON code.note FOR EACH ROW EXECUTE FUNCTION code.fired();
CREATE TRIGGER e_disabled AFTER TRUNCATE ON code.note FOR EACH STATEMENT EXECUTE FUNCTION code.fired();
CREATE CONSTRAINT TRIGGER f_constraint AFTER INSERT ON code.note FROM code.audit DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION code.fired();
ALTER TABLE code.note ENABLE ALWAYS TRIGGER c_always, ENABLE REPLICA TRIGGER d_replica, DISABLE TRIGGER e_disabled;
COMMENT ON TRIGGER c_always ON code.note IS 'never quiet';
CREATE TRIGGER on_parts AFTER INSERT ON parts.event FOR EACH ROW EXECUTE FUNCTION code.fired();
ALTER TABLE parts.event_rest DISABLE TRIGGER on_parts;
CREATE RULE swallow AS ON INSERT TO code.swallowed DO INSTEAD NOTHING;
CREATE RULE "log update" AS ON UPDATE TO code.note WHERE OLD.id > 1 DO ALSO INSERT INTO code.audit (what) VALUES ('rule');
ALTER TABLE code.note DISABLE RULE "log update";
COMMENT ON RULE swallow ON code.swallowed IS 'gulp';

-- Views on views, and such as can be written to.
CREATE VIEW code.quiet AS SELECT id, body, changed FROM code.note WHERE body = 'quiet' WITH LOCAL CHECK OPTION;
CREATE VIEW code.quieter WITH (security_barrier) AS SELECT * FROM code.quiet WHERE id > 5 WITH CASCADED CHECK OPTION;
CREATE VIEW code.invoked WITH (security_invoker = true) AS TABLE code.quieter;
CREATE RECURSIVE VIEW code.chain (id, boss, depth) AS
    SELECT id, boss, 0 FROM keys.employee WHERE boss IS NULL
    UNION ALL SELECT e.id, e.boss, depth + 1 FROM keys.employee e JOIN chain ON e.boss = chain.id;
CREATE VIEW code.joined AS SELECT a.id, b.what AS "what %s" FROM code.note a LEFT JOIN code.audit b ON b.note = a.id;
ALTER VIEW code.joined ALTER id SET DEFAULT 77;
CREATE TRIGGER instead INSTEAD OF INSERT ON code.joined FOR EACH ROW EXECUTE FUNCTION code.fired();
CREATE RULE no_delete AS ON DELETE TO code.joined DO INSTEAD NOTHING;
COMMENT ON VIEW code.joined IS 'both';
COMMENT ON COLUMN code.joined."what %s" IS 'a column';
CREATE VIEW code.rich AS SELECT count(*) AS n, currency FROM code.rates() GROUP BY currency ORDER BY 2;
-- A view that needs a key: pg_dump must write it after the keys.
CREATE VIEW code.grouped AS SELECT n.id, n.body, count(*) FROM code.note n GROUP BY n.id;
-- Materialized views that read one another against the order of their names, through functions, and one that is empty.
CREATE MATERIALIZED VIEW code.zz_base WITH (fillfactor = 50) AS SELECT body, count(*) AS n FROM code.note GROUP BY body;
CREATE VIEW code.mm_between AS SELECT * FROM code.zz_base;
CREATE MATERIALIZED VIEW code.aa_top AS SELECT sum(n) AS n FROM code.mm_between;
CREATE UNIQUE INDEX zz_unique ON code.zz_base (body);
CREATE MATERIALIZED VIEW code.never AS SELECT 1 AS one WITH NO DATA;
CREATE INDEX never_one ON code.never (one);
CREATE FUNCTION code.hidden_base() RETURNS numeric LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (SELECT sum(n) FROM code.zz_hidden); END $$;
CREATE MATERIALIZED VIEW code.zz_hidden AS SELECT 5 AS n;
CREATE MATERIALIZED VIEW code.aa_hiding AS SELECT code.hidden_base() AS n;
COMMENT ON MATERIALIZED VIEW code.aa_top IS 'the top';

-- Row-level security that even the owner obeys.
CREATE TABLE code.secret (id int PRIMARY KEY, owner text);
INSERT INTO code.secret SELECT i, 'o' || i FROM generate_series(1, 150) i;
CREATE MATERIALIZED VIEW code.secrets AS SELECT count(*) AS n FROM code.secret;
ALTER TABLE code.secret ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON code.secret FOR SELECT USING (owner = current_user);
CREATE POLICY never ON code.secret AS RESTRICTIVE FOR ALL TO PUBLIC USING (id > 0) WITH CHECK (owner <> '');
COMMENT ON POLICY own ON code.secret IS 'mine';
ALTER TABLE code.rate ENABLE ROW LEVEL SECURITY;
ALTER TABLE code.audit REPLICA IDENTITY FULL;
ALTER TABLE code.login REPLICA IDENTITY NOTHING;
ALTER TABLE code.note SET (autovacuum_enabled = false, toast.autovacuum_enabled = false, fillfactor = 80);

-- Sequences: with gaps, downwards, in circles, never used, shared, and behind the column that they are for.
CREATE SCHEMA seqs;
CREATE SEQUENCE seqs.free START 5 INCREMENT 3 MAXVALUE 1000;
SELECT setval('seqs.free', 500);
CREATE SEQUENCE seqs.unused START 17;
CREATE SEQUENCE seqs.set_not_called;
SELECT setval('seqs.set_not_called', 300, false);
CREATE SEQUENCE seqs.downwards INCREMENT -2 MAXVALUE 10 MINVALUE -100000;
CREATE SEQUENCE seqs.circle AS smallint MAXVALUE 50 CYCLE;
CREATE SEQUENCE seqs.shared CACHE 20;
CREATE UNLOGGED SEQUENCE seqs.unlogged;
CREATE TABLE seqs.one (id int DEFAULT nextval('seqs.shared') PRIMARY KEY, down bigint DEFAULT nextval('seqs.downwards'),
    circle int DEFAULT nextval('seqs.circle'));
CREATE TABLE seqs.two (id int DEFAULT nextval('seqs.shared') PRIMARY KEY, huge numeric DEFAULT nextval('seqs.behind_later'::text));
CREATE TABLE seqs.behind (id serial PRIMARY KEY, huge numeric);
CREATE SEQUENCE seqs.behind_later OWNED BY seqs.behind.huge;
ALTER TABLE seqs.behind ALTER huge SET DEFAULT nextval('seqs.behind_later');
INSERT INTO seqs.one SELECT FROM generate_series(1, 120);
INSERT INTO seqs.two (huge) SELECT 1 FROM generate_series(1, 120);
INSERT INTO seqs.behind SELECT i, CASE WHEN i % 2 = 0 THEN 1e30 * i ELSE i END FROM generate_series(1000, 1200) i;
COMMENT ON SEQUENCE seqs.free IS 'free';
