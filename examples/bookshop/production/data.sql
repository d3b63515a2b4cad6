-- The bookshop's production data: 1.5 million rows, made inside the server, the same in every run.
--
-- Run it as a superuser on a database that has the migrations of branch main; what its tables hold is replaced.
--
-- Deterministic: every choice is a hash of the row's number, never random(), so it does not depend on the plan.
-- As in a real shop, little is uniform: new books and a few hits sell most, old customers buy most, good books are
-- rated well.
--
-- session_replication_role = replica leaves out the triggers that check foreign keys, three million look-ups. That is
-- safe here, where nobody else writes and every foreign key is computed from the range of the key that it names:
-- BookshopExampleTest proves it with an anti-join for each key. CHECK, NOT NULL and UNIQUE stay in force.
--
-- Nobody in here exists: mail goes to the domains of RFC 2606, phone numbers are those reserved for fiction, and the
-- bank code in each IBAN is one that was never given out.

BEGIN;
-- In a transaction that has emptied a table, a server with wal_level = minimal writes no log of its new rows.
TRUNCATE country, category, publisher, author, book, contributor, customer, address, employee, orders, order_line,
    payment, refund, review RESTART IDENTITY;

SET LOCAL session_replication_role = replica;
SET LOCAL synchronous_commit = off;
SET LOCAL work_mem = '128MB';
SET LOCAL maintenance_work_mem = '256MB';
SET LOCAL jit = off;
-- The planner knows nothing of these rows yet: the small side of each join fits a hash.
SET LOCAL enable_mergejoin = off;
SET LOCAL TimeZone = 'UTC';

-- A number in [0, 1) for row n; the salt keeps the choices for one row apart from each other.
CREATE FUNCTION pg_temp.chance(n bigint, salt bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashint8extended(n, salt) & 4294967295) / 4294967296.0::double precision;

CREATE FUNCTION pg_temp.pick(choices text[], n bigint, salt bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN choices[1 + floor(pg_temp.chance(n, salt) * cardinality(choices))::integer];

-- The shop opened in 2022 and has grown since: the moment when a fraction of all its orders had come in, in
-- the four years from 1,640,995,200 s after 1970.
CREATE FUNCTION pg_temp.moment(fraction double precision) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_timestamp(1640995200 + floor(126230400 * power(fraction, 0.8)));

-- An index is built in a fraction of the time that it takes to keep it up row by row. So they wait, but for primary
-- keys, in whose order the rows arrive, and keys that a foreign key rests on. The largest primary key waits as well.
CREATE TEMP TABLE postponed ON COMMIT DROP AS
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop_command,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
           AS create_command
  FROM pg_constraint AS own
 WHERE connamespace = 'public'::regnamespace AND contype = 'u' AND conparentid = 0
   AND NOT EXISTS (SELECT FROM pg_constraint AS other WHERE other.contype = 'f' AND other.conindid = own.conindid)
 UNION ALL
SELECT format('DROP INDEX %s', indexrelid::regclass), replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
  FROM pg_index
  JOIN pg_class ON pg_class.oid = indrelid
 WHERE relnamespace = 'public'::regnamespace AND NOT indisunique AND NOT relispartition;

DO $$
DECLARE command text;
BEGIN
    FOR command IN SELECT drop_command FROM postponed LOOP
        EXECUTE command;
    END LOOP;
END $$;
ALTER TABLE order_line DROP CONSTRAINT order_line_pkey;

INSERT INTO country (code, name) VALUES
    ('AT', 'Austria'), ('BE', 'Belgium'), ('CA', 'Canada'), ('CH', 'Switzerland'), ('DE', 'Germany'), ('DK', 'Denmark'),
    ('ES', 'Spain'), ('FI', 'Finland'), ('FR', 'France'), ('GB', 'United Kingdom'), ('IE', 'Ireland'), ('IN', 'India'),
    ('IT', 'Italy'), ('JP', 'Japan'), ('NG', 'Nigeria'), ('NL', 'Netherlands'), ('NO', 'Norway'), ('PL', 'Poland'),
    ('PT', 'Portugal'), ('SE', 'Sweden'), ('US', 'United States');

INSERT INTO category (id, parent_id, name) VALUES
    (1, NULL, 'Fiction'), (2, NULL, 'Non-fiction'), (3, NULL, 'Children'),
    (4, 1, 'Novels'), (5, 1, 'Crime'), (6, 1, 'Fantasy'), (7, 1, 'Science fiction'), (8, 1, 'Short stories'),
    (9, 1, 'Poetry'), (10, 2, 'History'), (11, 2, 'Science'), (12, 2, 'Travel'), (13, 2, 'Food'), (14, 2, 'Biography'),
    (15, 2, 'Philosophy'), (16, 2, 'Technology'), (17, 3, 'Picture books'), (18, 3, 'First readers'),
    (19, 3, 'Young adults'), (20, 4, 'Historical novels'), (21, 4, 'Contemporary novels'), (22, 4, 'Classics'),
    (23, 5, 'Detectives'), (24, 5, 'Thrillers'), (25, 10, 'Antiquity'), (26, 10, 'Twentieth century'),
    (27, 11, 'Nature'), (28, 11, 'Mathematics'), (29, 16, 'Databases'), (30, 16, 'Programming');

-- The flagships are set below, when there are books.
INSERT INTO publisher (id, name, country_code)
SELECT n,
       (ARRAY['Lantern', 'Harbour', 'Northwind', 'Juniper', 'Granite', 'Heron', 'Meridian', 'Saltmarsh', 'Foxglove',
              'Anchor Lane', 'Tidewater', 'Quill', 'Copper Beech', 'Larkspur', 'Millstone', 'Bellwether', 'Ember',
              'Windrush', 'Oakapple', 'Seven Rivers', 'Plover', 'Hawthorn', 'Blue Door', 'Candlewick Row', 'Osprey Hill'
       ])[1 + n % 25]
       || (ARRAY[' Press', ' Books', ' House', ' & Sons', ' Editions', ' Publishing', ' Verlag', ' Classics'])
          [1 + n / 25],
       pg_temp.pick('{GB,GB,US,US,DE,FR,IE,NL,IT,SE}', n, 10)
  FROM generate_series(1, 199) AS n;

INSERT INTO author (id, name, country_code, born_in)
SELECT n,
       pg_temp.pick('{Ada,Agnes,Alma,Amara,Anton,Aoife,Arthur,Astrid,Beatriz,Benedikt,Bruno,Carmen,Chidi,Clara,Daniel,'
           'Edith,Elif,Emil,Esther,Fatima,Felix,Gita,Greta,Hanna,Henrik,Hugo,Ida,Ines,Ivo,Jonas,José,Júlia,Kenji,Kofi,'
           'Laszlo,Leonie,Lucía,Mads,Magda,Marguerite,Mateo,Mina,Nils,Nora,Oskar,Paula,Petra,Priya,Quentin,Rosa,Ruben,'
           'Samuel,Selma,Søren,Tessa,Theo,Ugo,Vera,Viktor,Wanda,Yuki,Zadie,Zoë}', n, 20)
       || ' ' ||
       pg_temp.pick('{Abel,Achterberg,Adeyemi,Almeida,Ashworth,Bellamy,Bergström,Blackwood,Bramwell,Calloway,'
           'Castellano,Corvin,Dalgaard,Delacroix,Drummond,Eastlake,Ellery,Falkner,Farrow,Ferreira,Galloway,Grünwald,'
           'Halloran,Hartnell,Hollis,Iversen,Jarrow,Kessler,Kobayashi,Kowalska,Lachance,Lindqvist,Lockhart,Marchetti,Marlowe,'
           'Mbeki,Montague,Nakamura,Norrington,Novák,Okafor,Olander,Pascoe,Pemberton,Quist,Rasmussen,Ravenhill,Rossi,'
           'Sandoval,Sharma,Sinclair,Stavros,Sternberg,Thackeray,Tolland,Underhill,Valente,Vandermeer,Wetherby,Winslow,'
           'Yamada,Zimmer}', n, 21),
       pg_temp.pick('{GB,GB,GB,US,US,US,DE,DE,FR,IE,IT,SE,NL,ES,PL,PT,DK,NO,JP,NG,IN,CA}', n, 22),
       CASE WHEN pg_temp.chance(n, 23) < 0.9 THEN 1880 + floor(120 * pg_temp.chance(n, 24)) END
  FROM generate_series(1, 3000) AS n;

-- 6,000 books are older than the shop, 4,000 came out since: the higher the number, the newer.
INSERT INTO book (id, isbn, title, author_id, publisher_id, category_id, format, pages, price, stock, published_on)
SELECT n,
       digits || (10 - (38 + 3 * (substr(digits, 4, 1)::integer + substr(digits, 6, 1)::integer
                                  + substr(digits, 8, 1)::integer + substr(digits, 10, 1)::integer
                                  + substr(digits, 12, 1)::integer)
                      + substr(digits, 5, 1)::integer + substr(digits, 7, 1)::integer + substr(digits, 9, 1)::integer
                      + substr(digits, 11, 1)::integer) % 10) % 10,
       CASE floor(pg_temp.chance(n, 30) * 6)
           WHEN 0 THEN 'The ' || adjective || ' ' || noun
           WHEN 1 THEN 'The ' || noun || ' of ' || place
           WHEN 2 THEN 'A ' || other || ' in ' || place
           WHEN 3 THEN 'My ' || adjective || ' ' || noun
           WHEN 4 THEN 'The ' || noun || ' and the ' || other
           ELSE 'Letters to a ' || adjective || ' ' || noun
       END,
       -- Few authors wrote many books, many wrote few.
       1 + floor(3000 * power(pg_temp.chance(n, 31), 1.8)),
       1 + floor(199 * power(pg_temp.chance(n, 32), 1.5)),
       pg_temp.pick('{6,7,8,9,12,13,14,15,17,18,19,20,20,21,21,21,22,23,23,24,24,25,26,27,28,29,30}', n, 33)::integer,
       format,
       CASE WHEN format <> 'audiobook' THEN 48 + floor(700 * power(pg_temp.chance(n, 35), 1.6)) END,
       CASE format WHEN 'hardcover' THEN 16 WHEN 'paperback' THEN 7 WHEN 'pocket' THEN 4 ELSE 9 END
           + floor(18 * pg_temp.chance(n, 36)) + 0.99,
       floor(240 * power(pg_temp.chance(n, 37), 3)),
       CASE WHEN n <= 6000 THEN date '1990-01-01' + floor(11688 * power(n / 6001.0, 0.5))::integer
            ELSE pg_temp.moment((n - 6001) / 4000::double precision)::date END
  FROM (SELECT n,
               '978000' || lpad((n * 37 % 1000000)::text, 6, '0') AS digits,
               pg_temp.pick('{hardcover,hardcover,paperback,paperback,paperback,paperback,pocket,audiobook}', n, 34)
                   ::book_format AS format,
               pg_temp.pick('{Amber,Borrowed,Brass,Broken,Careful,Clockwork,Crooked,Distant,Drowned,Early,Empty,Fallen,'
                   'First,Forgotten,Foreign,Gentle,Glass,Golden,Hidden,Hollow,Honest,Idle,Invisible,Last,Late,Little,'
                   'Lonely,Long,Lost,Midnight,Northern,Paper,Patient,Perfect,Quiet,Reluctant,Restless,Salt,Second,'
                   'Secret,Seventh,Silent,Silver,Sleeping,Stolen,Stubborn,Sudden,Tender,Unwritten,Wandering,Wild,'
                   'Winter,Wooden}', n, 38) AS adjective,
               pg_temp.pick('{Almanac,Apiary,Archive,Atlas,Bakery,Balcony,Beekeeper,Bell,Bookbinder,Bridge,Candle,'
                   'Cartographer,Cathedral,Clock,Compass,Conductor,Daughter,Detective,Ferry,Forest,Fox,Garden,Gardener,'
                   'Glacier,Harbour,Heiress,House,Island,Key,Lamplighter,Lantern,Librarian,Library,Lighthouse,Map,'
                   'Market,Mathematician,Meadow,Mirror,Nightingale,Notebook,Observatory,Orchard,Painter,Passenger,'
                   'Physician,Piano,Pilgrim,River,Sailor,Season,Shadow,Sparrow,Station,Stranger,Summer,Theorem,Tide,'
                   'Traveller,Typewriter,Violin,Voyage,Watchmaker,Window}', n, 39) AS noun,
               pg_temp.pick('{Comet,Crow,Duke,Falcon,Fiddler,Flood,Ghost,Hare,Heron,King,Moth,Notary,Poet,Queen,Raven,'
                   'Sailor,Storm,Swan,Thief,Winter,Wolf,Wren}', n, 40) AS other,
               pg_temp.pick('{Antwerp,Aberdeen,Bergen,Bologna,Bruges,Cork,Cracow,Dresden,Edinburgh,Galway,Genoa,Ghent,'
                   'Gdańsk,Hamburg,Kyoto,Lagos,Leiden,Lisbon,Lübeck,Lyon,Madeira,Malmö,Marseille,Naples,Nantes,Oslo,'
                   'Porto,Prague,Riga,Salamanca,Seville,Siena,Tallinn,Trieste,Turin,Uppsala,Utrecht,Valencia,Venice,'
                   'Vienna,Winter,York}', n, 41) AS place
          FROM generate_series(1, 10000) AS n) AS words;

UPDATE publisher
   SET flagship_book_id = flagship.id
  FROM (SELECT publisher_id, max(id) AS id FROM book WHERE format = 'hardcover' GROUP BY publisher_id) AS flagship
 WHERE flagship.publisher_id = publisher.id
   AND pg_temp.chance(publisher.id, 50) < 0.9;

INSERT INTO contributor (book_id, author_id, role)
SELECT id,
       1 + floor(3000 * pg_temp.chance(id, 60)),
       CASE WHEN format = 'audiobook' THEN 'narrator'
            WHEN category_id IN (17, 18) THEN 'illustrator'
            WHEN id % 2 = 0 THEN 'translator'
            ELSE 'co-author' END
  FROM book
 WHERE format = 'audiobook' OR category_id IN (17, 18) OR pg_temp.chance(id, 61) < 0.1;

CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT position, name, lower(translate(name, 'éëö', 'eeo')) AS mailbox
  FROM unnest('{Aaron,Adam,Alice,Amelia,Andrea,Anna,Anders,Aylin,Ben,Bianca,Björn,Camille,Carla,Charlotte,Chloë,David,
        Diego,Elena,Ella,Emma,Erik,Eva,Finn,Florian,Franz,Freya,Gabriel,Giulia,Grace,Hannah,Harriet,Isla,Ivan,Jack,
        Jakub,Jan,Jens,Julia,Karin,Katja,Kwame,Lars,Laura,Leila,Lena,Leo,Lina,Louis,Lucas,Luca,Maja,Marco,Maria,Marie,
        Martin,Mia,Milan,Moritz,Noah,Nina,Olga,Oliver,Pablo,Paul,Pieter,Rachel,Renée,Robert,Sara,Simon,Sofia,Sophie,
        Stefan,Susan,Thomas,Tim,Tobias,Ursula,Valerie,Victor,William,Yusuf,Zuzanna}'::text[])
       WITH ORDINALITY AS given (name, position);

CREATE TEMP TABLE family ON COMMIT DROP AS
SELECT position, name, lower(translate(name, 'áéíóüčńć''', 'aeiouncn')) AS mailbox
  FROM unnest('{Andersson,Bakker,Bauer,Becker,Bianchi,Brown,Byrne,Carter,Clarke,Costa,Cruz,Davies,Dubois,Dupont,Evans,
        Fernández,Fischer,Fontaine,García,Green,Haas,Hansen,Hill,Hoffmann,Horvath,Hughes,Jansen,Jensen,Johansson,Jones,
        Kaya,Keller,Kelly,King,Klein,Koch,Kovač,Kowalski,Kruse,Lambert,Larsen,Leroy,Lewis,López,Maier,Martin,Mensah,
        Meyer,Moreau,Morgan,Müller,Murphy,Nielsen,Nowak,O''Brien,Olsen,Patel,Peeters,Pereira,Petit,Richter,Rossi,Roux,
        Santos,Schmidt,Schneider,Silva,Smith,Svensson,Taylor,Thompson,Virtanen,Visser,Vogel,Wagner,Walker,Weber,Wójcik,
        Wolf,Wright,Zieliński}'::text[])
       WITH ORDINALITY AS family (name, position);

-- 2,000 customers came over when the shop opened, the others one by one since then.
INSERT INTO customer (id, email, given_name, family_name, phone, birth_date, password_hash, preferences, referred_by,
                      created_at)
OVERRIDING SYSTEM VALUE
SELECT n,
       given.mailbox || '.' || family.mailbox || n || '@'
           || (ARRAY['example.com', 'example.org', 'example.net', 'mail.example', 'post.example'])[1 + hash % 5],
       given.name,
       family.name,
       CASE hash >> 3 & 7
           WHEN 0 THEN '+44 7700 900' || 100 + (hash >> 6 & 511)
           WHEN 1 THEN '+44 20 7946 0' || 100 + (hash >> 6 & 511)
           WHEN 2 THEN '+49 30 23125 ' || 100 + (hash >> 6 & 511)
           WHEN 3 THEN '+33 1 99 00 ' || 10 + (hash >> 6 & 63) || ' ' || 10 + (hash >> 12 & 63)
           WHEN 4 THEN '+1 ' || 201 + (hash >> 6 & 511) || ' 555 01' || 10 + (hash >> 15 & 63)
       END,
       CASE WHEN hash & 1024 = 0 THEN date '1938-01-01' + (hash >> 11 & 16383)::integer END,
       'pbkdf2-sha256:600000:' || encode(sha256(int8send(hash)), 'hex'),
       (ARRAY['{}', '{"newsletter": true}', '{"newsletter": true, "genres": ["crime", "history"]}',
              '{"newsletter": false, "theme": "dark"}']::jsonb[])[1 + (hash >> 25 & 3)],
       CASE WHEN n > 1 AND hash >> 27 & 7 = 0 THEN 1 + floor((n - 1) * power(pg_temp.chance(n, 70), 2)) END,
       CASE WHEN n > 2000 THEN pg_temp.moment((n - 2001) / 58000::double precision)
            ELSE timestamptz '2022-01-01 00:00+00' - n * interval '1 hour' END
  FROM (SELECT n, hashint8extended(n, 71) & 9007199254740991 AS hash FROM generate_series(1, 60000::bigint) AS n
        OFFSET 0) AS person
  JOIN given ON given.position = 1 + (hash >> 30) % 83
  JOIN family ON family.position = 1 + (hash >> 38) % 81;

CREATE TEMP TABLE place ON COMMIT DROP AS
SELECT row_number() OVER () - 1 AS position,
       city,
       postal_prefix,
       country_code,
       country_code IN ('GB', 'IE', 'US', 'FR') AS number_first
  FROM (VALUES ('London', 'N1 7', 'GB'), ('Manchester', 'M4 1', 'GB'), ('Leeds', 'LS1 ', 'GB'),
               ('Bristol', 'BS1 ', 'GB'), ('Edinburgh', 'EH1 ', 'GB'), ('Cardiff', 'CF10 ', 'GB'),
               ('Berlin', '101', 'DE'), ('Hamburg', '200', 'DE'), ('Munich', '803', 'DE'), ('Cologne', '506', 'DE'),
               ('Leipzig', '041', 'DE'), ('Freiburg', '791', 'DE'), ('Paris', '750', 'FR'), ('Lyon', '690', 'FR'),
               ('Nantes', '440', 'FR'), ('Amsterdam', '10', 'NL'), ('Utrecht', '35', 'NL'), ('Ghent', '90', 'BE'),
               ('Dublin', 'D02 X', 'IE'), ('Galway', 'H91 A', 'IE'), ('Vienna', '10', 'AT'), ('Zürich', '80', 'CH'),
               ('Milan', '201', 'IT'), ('Turin', '101', 'IT'), ('Madrid', '280', 'ES'), ('Lisbon', '11', 'PT'),
               ('Malmö', '211 ', 'SE'), ('Copenhagen', '21', 'DK'), ('Kraków', '30-0', 'PL'), ('Boston', '021', 'US'),
               ('Seattle', '981', 'US'), ('Oslo', '01', 'NO')) AS place (city, postal_prefix, country_code);

-- Three in ten customers have a second address.
INSERT INTO address (customer_id, number, recipient, street, postal_code, city, country_code)
SELECT customer_id,
       number,
       recipient,
       CASE WHEN number_first THEN house || ' ' || street ELSE street || ' ' || house END,
       postal_prefix || 10 + (hash >> 16 & 63),
       city,
       country_code
  FROM (SELECT id AS customer_id,
               number,
               given_name || ' ' || family_name AS recipient,
               hashint8extended(id * 2 + number, 80) & 4294967295 AS hash,
               1 + (hashint8extended(id * 2 + number, 80) & 127) AS house,
               pg_temp.pick('{Abbey Lane,Bahnhofstraße,Baker''s Row,Birkenweg,Canal Street,Castle Road,Chapel Hill,'
                   'Church Street,Elm Grove,Gartenweg,Hafenstraße,High Street,Hill Rise,Kirchgasse,Lindenallee,'
                   'Long Lane,Market Square,Meadow Way,Mill Lane,Mühlweg,North Parade,Orchard Close,Park Avenue,'
                   'Poplar Walk,Quay Street,River Terrace,Rosenweg,Rue des Lilas,Rue du Moulin,School Lane,'
                   'Station Road,Tower Court,Via Garibaldi,Victoria Street,Wharf Road,Willow Bank}', id * 2 + number, 81) AS street
          FROM customer
          JOIN (VALUES (1::bigint), (2)) AS address (number) ON number = 1 OR id % 10 < 3
        OFFSET 0) AS choice
  JOIN place ON place.position = hash >> 8 & 31;

INSERT INTO employee (id, manager_id, name, email, job, hired_on, salary)
SELECT n,
       CASE WHEN n > 1 THEN 1 + (n - 2) / 4 END,
       name,
       lower(replace(name, ' ', '.')) || '@bookshop.example',
       CASE WHEN n = 1 THEN 'Managing director' WHEN n <= 5 THEN 'Head of department' WHEN n <= 21 THEN 'Team lead'
            ELSE pg_temp.pick('{Bookseller,Buyer,Customer service,Editor,Packer}', n, 90) END,
       date '2021-03-01' + n * 19,
       CASE WHEN n = 1 THEN 128000 WHEN n <= 5 THEN 84000 WHEN n <= 21 THEN 56000 ELSE 34000 END
           + 100 * floor(80 * pg_temp.chance(n, 91))
  FROM generate_series(1, 80) AS n
 CROSS JOIN LATERAL (SELECT (ARRAY['Amy', 'Boris', 'Celia', 'Dario', 'Edda', 'Frank', 'Gwen', 'Hana'])[1 + n % 8] || ' '
                            || (ARRAY['Archer', 'Brandt', 'Conti', 'Doyle', 'Engel', 'Flores', 'Grant', 'Holm', 'Ito',
                                      'Jansson'])[1 + n / 8 % 10]) AS person (name);

-- Order n goes to one of the customers who were there by then, the older ones more often.
INSERT INTO orders (id, customer_id, billing_address, shipping_address, status, placed_at, gift_message)
SELECT n,
       customer_id,
       1,
       CASE WHEN hash & 7 = 0 THEN NULL
            WHEN customer_id % 10 < 3 AND hash & 8 = 0 THEN 2
            ELSE 1 END,
       (CASE WHEN n > 199700 THEN CASE WHEN hash & 16 = 0 THEN 'placed' ELSE 'packed' END
             WHEN n > 199000 THEN 'shipped'
             WHEN hash >> 5 & 31 = 0 THEN 'cancelled'
             WHEN hash >> 5 & 63 = 1 THEN 'returned'
             ELSE 'delivered' END)::order_status,
       pg_temp.moment((n - 1) / 200000::double precision),
       CASE WHEN hash >> 11 & 63 = 0
            THEN (ARRAY['Happy birthday!', 'For the long evenings.', 'Thank you for everything.', 'See you in spring!'])
                 [1 + (hash >> 17 & 3)] END
  FROM (SELECT n,
               hashint8extended(n, 100) & 4294967295 AS hash,
               1 + floor((2000 + 58000 * (n - 1) / 200000) * power(pg_temp.chance(n, 101), 1.7))::bigint AS customer_id
          FROM generate_series(1, 200000::bigint) AS n
        OFFSET 0) AS choice;

-- Every 20 orders have 100 lines: most have a few, now and then a school fills a box.
-- All are books that were out by then, the newest first of all; half of them are hits:
-- every 25th book, and most of all every 200th.
INSERT INTO order_line (order_id, line_number, book_id, quantity, unit_price)
SELECT order_id,
       line_number,
       id,
       CASE WHEN hash >> 32 & 15 > 0 THEN 1 WHEN hash >> 36 & 31 > 0 THEN 2 ELSE 25 END,
       CASE WHEN hash >> 41 & 7 > 0 THEN price ELSE reduced_price END
  FROM (SELECT order_id,
               line_number,
               hash,
               published - floor(published * power((hash & 4294967295) / 4294967296::double precision, 4))::integer
                   AS recent
          FROM (SELECT order_id,
                       line_number,
                       6000 + 4000 * (order_id - 1) / 200000 AS published,
                       hashint8extended(order_id * 32 + line_number, 110) AS hash
                  FROM (SELECT block * 20 + order_in_block AS order_id, line_number
                          FROM generate_series(0, 9999) AS block
                         CROSS JOIN unnest('{2,4,1,3,6,2,18,1,5,3,2,8,4,1,7,3,12,2,6,10}'::integer[])
                               WITH ORDINALITY AS basket (size, order_in_block)
                         CROSS JOIN LATERAL generate_series(1, size) AS line_number) AS line
                OFFSET 0) AS hashed
        OFFSET 0) AS choice
  JOIN (SELECT id, price, (price - 1)::numeric(8, 2) AS reduced_price FROM book OFFSET 0) AS book
    ON id = recent - CASE WHEN hash >= 0 OR recent < 200 THEN 0
                           WHEN hash >> 61 & 3 > 0 THEN recent % 25
                           ELSE recent % 200 END;

ALTER TABLE order_line ADD PRIMARY KEY (order_id, line_number);

-- Payments before 2024 are in the archive. Each customer keeps to one way of paying, one card and one account.
SET LOCAL enable_bitmapscan = off; -- A total is made from a few neighbouring lines.
INSERT INTO payment (id, paid_on, order_id, method, amount, card_last4, iban)
OVERRIDING SYSTEM VALUE
SELECT row_number() OVER (ORDER BY id),
       CASE WHEN choice BETWEEN 12 AND 14 THEN placed_at::date + 12 ELSE placed_at::date END,
       id,
       (CASE WHEN choice < 8 THEN 'card' WHEN choice < 12 THEN 'direct debit' WHEN choice < 15 THEN 'invoice'
             ELSE 'gift card' END)::payment_method,
       (SELECT sum(quantity * unit_price) FROM order_line WHERE order_id = id),
       CASE WHEN choice < 8 THEN 1000 + (account & 8191) END,
       CASE WHEN choice BETWEEN 8 AND 11
            THEN 'DE' || right((198 - (account * 1000000 + 131400) % 97)::text, 2)
                 || right((1000000000000000000 + account)::text, 18) END
  FROM (SELECT id,
               placed_at,
               hashint8extended(customer_id, 120) & 15 AS choice,
               hashint8extended(customer_id, 120) >> 4 & 4294967295 AS account
          FROM orders
         WHERE status NOT IN ('placed', 'cancelled') AND placed_at >= '2024-01-01'
         ORDER BY id) AS paid;
RESET enable_bitmapscan;

INSERT INTO refund (paid_on, payment_id, amount, reason, approved_by, refunded_on)
SELECT paid_on,
       payment.id,
       greatest(1, round(payment.amount * (ARRAY[1, 1, 1, 0.5])[1 + payment.id % 4], 2)),
       pg_temp.pick('{Arrived damaged,Changed my mind,Ordered twice,Wrong edition,Unwanted gift}', payment.id, 130),
       CASE WHEN payment.amount > 30 THEN 6 + payment.id % 75 END,
       paid_on + 3 + floor(25 * pg_temp.chance(payment.id, 131))::integer
  FROM payment
  JOIN orders ON orders.id = payment.order_id
 WHERE status = 'returned'
 ORDER BY payment.id;

-- Readers review what they bought. Every book has a quality, which most of its readers see more or less.
INSERT INTO review (book_id, customer_id, stars, body, written_at)
SELECT book_id,
       customer_id,
       stars,
       CASE WHEN chance < 0.3
            THEN (CASE stars
                      WHEN 5 THEN ARRAY['I could not put it down.', 'The best I have read in years.',
                                        'Bought it twice: once to keep, once to give away.']
                      WHEN 4 THEN ARRAY['Slow to start, then wonderful.', 'A warm and clever book.',
                                        'Recommended, for the ending alone.']
                      WHEN 3 THEN ARRAY['Good in parts.', 'Pleasant, and soon forgotten.',
                                        'My book club was divided; so am I.']
                      WHEN 2 THEN ARRAY['I had hoped for more.', 'Too long by half.', 'The cover is the best of it.']
                      ELSE ARRAY['Not for me.', 'I gave up after fifty pages.', 'Dull from start to finish.'] END)
                 [1 + floor(chance * 10)::integer] END,
       placed_at + interval '5 days' + chance * interval '50 days'
  FROM (SELECT DISTINCT ON (customer_id, book_id)
               customer_id,
               book_id,
               placed_at,
               chance,
               greatest(1, least(5, round(1.6 + 3.6 * power(pg_temp.chance(book_id, 140), 0.6)
                                          + 2 * pg_temp.chance(order_id, 141) - 1)))::smallint AS stars
          FROM order_line
          JOIN orders ON orders.id = order_id
         CROSS JOIN LATERAL (SELECT pg_temp.chance(orders.id, 142) AS chance) AS hashed
         WHERE line_number = 1 AND status = 'delivered' AND chance < 0.4
         ORDER BY customer_id, book_id, order_id) AS opinion
 ORDER BY placed_at;

DO $$
DECLARE command text;
BEGIN
    FOR command IN SELECT create_command FROM postponed LOOP
        EXECUTE command;
    END LOOP;
END $$;

REFRESH MATERIALIZED VIEW best_seller;

-- Identity columns go on after the last number that was given out here.
SELECT setval(pg_get_serial_sequence('category', 'id'), max(id)) FROM category;
SELECT setval(pg_get_serial_sequence('publisher', 'id'), max(id)) FROM publisher;
SELECT setval(pg_get_serial_sequence('author', 'id'), max(id)) FROM author;
SELECT setval(pg_get_serial_sequence('book', 'id'), max(id)) FROM book;
SELECT setval(pg_get_serial_sequence('customer', 'id'), max(id)) FROM customer;
SELECT setval(pg_get_serial_sequence('employee', 'id'), max(id)) FROM employee;
SELECT setval(pg_get_serial_sequence('orders', 'id'), max(id)) FROM orders;
SELECT setval(pg_get_serial_sequence('payment', 'id'), max(id)) FROM payment;

SET LOCAL default_statistics_target = 20;
ANALYZE;

DROP FUNCTION pg_temp.moment, pg_temp.pick, pg_temp.chance;
COMMIT;
