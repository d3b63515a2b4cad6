-- Every type that a column can have, types of our own in all kinds, and values that are hard to move.
CREATE SCHEMA types;
COMMENT ON SCHEMA types IS 'Types; it''s "all" of them: 100%';
CREATE TYPE types.mood AS ENUM ('sad', 'fine', '', 'ha''ppy "☃"', 'zzz');
ALTER TYPE types.mood RENAME VALUE 'zzz' TO 'over the moon';
COMMENT ON TYPE types.mood IS 'how one feels';
CREATE TYPE types.money_amount AS (amount numeric(12, 3), currency char(3));
CREATE TYPE types.offer AS (price types.money_amount, moods types.mood[], since timestamptz);
COMMENT ON COLUMN types.offer.price IS 'what it costs';
CREATE DOMAIN types.positive AS int DEFAULT 1 NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN types.small_positive AS types.positive CONSTRAINT small CHECK (VALUE < 1000000);
CREATE DOMAIN types.email AS text COLLATE "C" CHECK (VALUE LIKE '%@%');
CREATE DOMAIN types.emails AS types.email[] CHECK (cardinality(VALUE) < 5);
CREATE DOMAIN types.address AS types.money_amount;
CREATE DOMAIN types.later AS int;
CREATE DOMAIN types.blob_ref AS oid;
COMMENT ON DOMAIN types.email IS 'an address';
COMMENT ON CONSTRAINT small ON DOMAIN types.small_positive IS 'not large';
CREATE TYPE types.float_range AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = types.float_ranges);
CREATE TYPE types.mood_range AS RANGE (SUBTYPE = types.mood);

CREATE TABLE types.every (
    id int PRIMARY KEY, a_bool bool, a_bytea bytea, a_char "char", a_name name, an_int8 int8, an_int2 int2,
    an_int2vector int2vector, a_regproc regproc, a_text text, an_oid oid, a_tid tid, an_xid xid, a_cid cid,
    an_oidvector oidvector, a_json json, an_xml xml, a_point point, an_lseg lseg, a_path path, a_box box,
    a_polygon polygon, a_line line, a_cidr cidr, a_float4 float4, a_float8 float8, a_circle circle, a_macaddr8 macaddr8,
    a_money money, a_macaddr macaddr, an_inet inet, an_aclitem aclitem, a_bpchar char(7), a_varchar varchar(9), a_date date,
    a_time time(3), a_timestamp timestamp, a_timestamptz timestamptz, an_interval interval, a_timetz timetz,
    a_bit bit(5), a_varbit varbit, a_numeric numeric, a_refcursor refcursor, a_regprocedure regprocedure,
    a_regoper regoper, a_regoperator regoperator, a_regclass regclass, a_regtype regtype, a_uuid uuid, a_pg_lsn pg_lsn,
    a_tsvector tsvector, a_tsquery tsquery, a_regconfig regconfig, a_regdictionary regdictionary, a_jsonb jsonb,
    a_jsonpath jsonpath, a_txid_snapshot txid_snapshot, a_pg_snapshot pg_snapshot, an_int4range int4range,
    a_numrange numrange, a_tsrange tsrange, a_tstzrange tstzrange, a_daterange daterange, an_int8range int8range,
    an_int4multirange int4multirange, a_nummultirange nummultirange, a_datemultirange datemultirange,
    a_regnamespace regnamespace, a_regcollation regcollation, a_regrole regrole, an_xid8 xid8,
    ints int[], texts text[], points point[], jsons json[], boxes box[], regclasses regclass[], times timetz[],
    a_mood types.mood, moods types.mood[], an_offer types.offer, offers types.offer[], an_amount types.money_amount,
    a_small types.small_positive DEFAULT 7, an_email types.email, some_emails types.emails, an_address types.address,
    a_float_range types.float_range, float_ranges types.float_ranges, a_mood_range types.mood_range,
    a_row types.money_amount[], bits bit(3)[], a_later types.later
);
INSERT INTO types.every VALUES (
    0, true, '\x00ff0a5c', 'ü'::bytea::text::"char", 'a name', -9223372036854775808, -32768,
    '1 2 3', 'pg_catalog.now', E'tab\tnew\nline\\N\r"q"', 4294967295, '(4294967295,65535)', '4294967295', '7',
    '1 2', E'{"b": 1,  "a" : 2,\n"b":3, "n": 1.10}', '<?xml version="1.0" standalone="yes"?><a>  &lt;  </a>', '(1e-300,-0)',
    '[(0,0),(1,1.5)]', '[(0,0),(1,1)]', '(3,4),(1,2)', '((0,0),(1,1),(1,0))', '{1,-1,0}', '10.1.0.0/16', 'NaN', '-Infinity',
    '<(1,2),3>', '08:00:2b:01:02:03:04:05', '-92233720368547758.08', '08:00:2b:01:02:03', '::1/64', 'postgres=r/postgres',
    'x y', '', '4713-01-01 BC', '23:59:59.999', 'infinity', '-infinity', '-1 year 2 mons -3 days 04:05:06.789',
    '12:00:00.5-15:59', '10101', '', 'NaN', 'cursor', 'pg_catalog.lower(text)', 'pg_catalog.||/', 'pg_catalog.+(int4,int4)',
    'types.every', 'types.mood', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '16/B374D848', 'a:1A,2B fat:2C ''it''''s'':9',
    'fat & (rat | ''c d'':AB*) <2> !x', 'pg_catalog.german', 'pg_catalog.simple', '{"b": 1.10, "a": null}', '$.a[*] ? (@ > 3)',
    '10:20:10,14,15', '10:20:10,14,15', 'empty', '(,1.5]', '[2000-01-01,)', '[2000-01-01 00:00+00,infinity]', '[,)',
    '[-5,7)', '{[1,3),[5,9)}', '{}', '{[2000-01-01,2001-01-01)}', 'types', 'pg_catalog."C"', 'postgres', '18446744073709551615',
    '[-2:-1][3:4]={{1,NULL},{3,4}}', '{"",NULL,"NULL","a,b","q\"q","{"}', '{"(1,2)","(3,4)"}', '{"{\"a\": [1,  2]}"}',
    '{(1,1),(0,0);(2,2),(1,1)}', '{types.every,pg_catalog.pg_class}', '{00:00:00+02}',
    'ha''ppy "☃"', '{"",fine}', '("(1.500,EUR)","{sad,\"\"}","2020-01-01 00:00:00+00")',
    ARRAY['("(1.500,EUR)","{sad}",infinity)', '(,,)', NULL]::types.offer[], '(,"""")', 999999, 'a@b', '{a@b,c@d}', '(1,CHF)',
    '[1.5,NaN)', '{[1,2),(3,4]}', '[sad,fine]', '{"(1,EUR)"}', '{101,011}', 3);
INSERT INTO types.every (id, a_text, a_mood, an_int8) SELECT i, repeat('ü€😀', i % 7), 'fine', NULL FROM generate_series(1, 120) i;
ALTER DOMAIN types.later ADD CONSTRAINT later_check CHECK (VALUE > 10) NOT VALID;
-- Extreme values of every row's own: 10 MB that do not compress, and 10 MB that do.
CREATE TABLE types.heavy (id int PRIMARY KEY, noise bytea, blank text, outside text, inside text);
ALTER TABLE types.heavy ALTER outside SET STORAGE EXTERNAL, ALTER inside SET STORAGE MAIN, ALTER blank SET COMPRESSION pglz,
    ALTER noise SET STATISTICS 0, ALTER blank SET (n_distinct = -0.5);
INSERT INTO types.heavy SELECT 1, string_agg(sha512(i::text::bytea), ''), repeat('x', 10 << 20), repeat('y', 100000), 'z'
    FROM generate_series(1, 160000) i;

-- Columns that PostgreSQL fills, columns that are gone, none at all, and a thousand.
CREATE TABLE types.made (
    id bigint GENERATED ALWAYS AS IDENTITY (START 1000 INCREMENT 10 MAXVALUE 2000000 CACHE 5) PRIMARY KEY,
    gone_1 text, other smallint GENERATED BY DEFAULT AS IDENTITY, price numeric NOT NULL, gone_2 int,
    gross numeric GENERATED ALWAYS AS (price * 1.19) STORED, body text,
    words tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', coalesce(body, ''))) STORED,
    old serial, now timestamptz DEFAULT now(), tail text COLLATE "C" DEFAULT E'it''s 100%\n\\x' NOT NULL);
ALTER TABLE types.made DROP gone_1, DROP gone_2, ADD added int DEFAULT 42;
INSERT INTO types.made (price, body) SELECT i, 'word ' || i FROM generate_series(1, 200) i;
CREATE TABLE types.nothing ();
INSERT INTO types.nothing SELECT FROM generate_series(1, 20);
CREATE TABLE types.only_made (twice int GENERATED ALWAYS AS (2 * 21) STORED);
INSERT INTO types.only_made SELECT FROM generate_series(1, 5);
CREATE TABLE types.no_key (a int, b json);
INSERT INTO types.no_key SELECT i % 3, '{"same": 1 }' FROM generate_series(1, 300) i;
CREATE UNLOGGED TABLE types.cache (key text PRIMARY KEY, value text);
INSERT INTO types.cache SELECT i, i FROM generate_series(1, 50) i;
CREATE TABLE types.pg_temp_1 (id int PRIMARY KEY);
INSERT INTO types.pg_temp_1 SELECT generate_series(1, 9);
CREATE TABLE types.of_type OF types.money_amount (PRIMARY KEY (currency));
INSERT INTO types.of_type VALUES (1, 'EUR'), (2, 'CHF');
DO $$ BEGIN
    EXECUTE (SELECT format('CREATE TABLE types.wide (%s)', string_agg(format('"column %s" int', i), ', '))
             FROM generate_series(1, 1400) i);
    EXECUTE (SELECT format('INSERT INTO types.wide SELECT %s FROM generate_series(1, 12)', string_agg(i::text, ', '))
             FROM generate_series(1, 1400) i);
END $$;

-- Large objects: some that rows refer to in three ways, one that none does, and numbers that are none.
CREATE TABLE types.picture (id int PRIMARY KEY, raster oid, thumbnail types.blob_ref, layers oid[], note text);
INSERT INTO types.picture
    SELECT i, lo_from_bytea(0, sha256(i::text::bytea)), CASE WHEN i % 2 = 0 THEN lo_from_bytea(0, ('thumb ' || i)::bytea) END,
           ARRAY[lo_from_bytea(0, '\x'), NULL], 'picture ' || i
    FROM generate_series(1, 60) i;
UPDATE types.picture SET raster = lo_from_bytea(0, (SELECT noise FROM types.heavy)) WHERE id = 1;
INSERT INTO types.picture VALUES (61, 1, NULL, NULL, 'refers to nothing');
SELECT lo_from_bytea(990001, 'nobody wants this');
