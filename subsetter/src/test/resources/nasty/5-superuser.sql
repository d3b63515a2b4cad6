-- What only a superuser may make.
CREATE OPERATOR FAMILY code.lengths USING btree;
CREATE FUNCTION code.by_length(text, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length($1) - length($2)';
CREATE FUNCTION code.length_lt(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < length($2)';
CREATE OPERATOR code.<# (FUNCTION = code.length_lt, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION code.length_le(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT length($1) <= length($2)';
CREATE OPERATOR code.<=# (FUNCTION = code.length_le, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION code.length_eq(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT length($1) = length($2)';
CREATE OPERATOR code.=# (FUNCTION = code.length_eq, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION code.length_ge(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT length($1) >= length($2)';
CREATE OPERATOR code.>=# (FUNCTION = code.length_ge, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION code.length_gt(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT length($1) > length($2)';
CREATE OPERATOR code.># (FUNCTION = code.length_gt, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR CLASS code.text_length FOR TYPE text USING btree FAMILY code.lengths AS
    OPERATOR 1 code.<#, OPERATOR 2 code.<=#, OPERATOR 3 code.=#, OPERATOR 4 code.>=#, OPERATOR 5 code.>#, FUNCTION 1 code.by_length(text, text);
COMMENT ON OPERATOR CLASS code.text_length USING btree IS 'by length';
CREATE INDEX rate_by_length ON code.rate (currency code.text_length);
CREATE FUNCTION code.c_now() RETURNS timestamptz LANGUAGE internal STABLE AS 'now';
CREATE TYPE code.shell;
CREATE FUNCTION code.shell_in(cstring) RETURNS code.shell LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code.shell_out(code.shell) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE code.shell (INPUT = code.shell_in, OUTPUT = code.shell_out, LIKE = int4);
CREATE TABLE code.shells (id code.shell, mine int);
INSERT INTO code.shells SELECT i::text::code.shell, i FROM generate_series(1, 40) i;
-- Servers elsewhere, with a password; a table there, a partition there, and views over it.
CREATE EXTENSION postgres_fdw;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example', dbname 'production');
CREATE USER MAPPING FOR CURRENT_USER SERVER elsewhere OPTIONS (user 'reader', password 'hunter2');
CREATE FOREIGN TABLE code.remote (id int OPTIONS (column_name 'ID'), name text NOT NULL) SERVER elsewhere OPTIONS (table_name 'remote');
CREATE VIEW code.remote_view AS SELECT * FROM code.remote;
CREATE MATERIALIZED VIEW code.remote_empty AS SELECT * FROM code.remote_view WITH NO DATA;
-- Event triggers that let nothing happen.
CREATE FUNCTION code.no_ddl() RETURNS event_trigger LANGUAGE plpgsql AS
    $$ BEGIN IF current_database() LIKE 'diorama%' THEN RAISE 'Event trigger % fired', tg_tag; END IF; END $$;
CREATE EVENT TRIGGER no_ddl ON ddl_command_start EXECUTE FUNCTION code.no_ddl();
CREATE EVENT TRIGGER no_drop ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION code.no_ddl();
ALTER EVENT TRIGGER no_ddl ENABLE ALWAYS;
ALTER EVENT TRIGGER no_drop DISABLE;
COMMENT ON EVENT TRIGGER no_drop IS 'stays';
-- What must not run in a sample.
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE SUBSCRIPTION something CONNECTION 'host=db.example password=hunter2' PUBLICATION everything WITH (connect = false);
