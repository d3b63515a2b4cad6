-- Personal data, credentials and what only looks like them, under names in several languages. All of it is invented.
CREATE DOMAIN contact_address AS varchar(120);
CREATE TYPE mood AS ENUM ('happy', 'sad');

CREATE TABLE kunden (
    id bigint PRIMARY KEY, vorname text, nachname text, "eMail" text, geburtsdatum date, "straße" text, plz varchar(10),
    ort text, telefonnummer text, steuernummer text, kontonummer_iban varchar(34), bemerkung text, newsletter boolean,
    status text, kundentyp text, rabatt numeric, "updatedAt" timestamptz, stimmung mood);
INSERT INTO kunden
SELECT i, (ARRAY['Anna','Lukas','Lena','Jonas','Marie','Felix'])[i % 6 + 1], (ARRAY['Müller','Schmidt','Becker','Wagner','Koch'])[i % 5 + 1],
       'kunde' || i || '@beispiel.example', date '1970-01-01' + i * 31, 'Hauptstraße ' || i, (10000 + i * 7)::text, 'Musterstadt',
       '030 ' || (2000000 + i * 37), '12/345/' || (10000 + i), 'DE89370400440532013000', 'Bitte zurückrufen', i % 2 = 0,
       (ARRAY['neu','aktiv','gesperrt'])[i % 3 + 1], 'privat', 0.1, now(), 'happy'
FROM generate_series(1, 40) i;

CREATE TABLE clients (
    client_id int PRIMARY KEY, prenom text, nom text, adresse_mail text, date_naissance date, adresse text, code_postal text,
    ville text, numero_securite_sociale text, pays text, langue text);
INSERT INTO clients
SELECT i, (ARRAY['Camille','Louis','Chloé','Hugo'])[i % 4 + 1], (ARRAY['Martin','Bernard','Petit','Durand'])[i % 4 + 1],
       'c' || i || '@exemple.example', '1980-05-05', i || ' rue de la Paix', '75002', 'Paris', '2 55 08 14 168 025 38', 'France', 'fr'
FROM generate_series(1, 30) i;

CREATE TABLE clientes (
    id int PRIMARY KEY, nombre text, primer_apellido text, correo_electronico text, fecha_nacimiento date, dni text, movil text,
    domicilio text, ciudad text, codigo_postal text, tipo text);
INSERT INTO clientes
SELECT i, 'Carmen', 'García', 'x' || i || '@ejemplo.example', '1990-01-01', '12345678Z', '612 345 67' || i % 10, 'Calle Mayor ' || i,
       'Madrid', '28013', 'vip'
FROM generate_series(1, 20) i;

CREATE TABLE utenti (id int PRIMARY KEY, nome text, cognome text, codice_fiscale char(16), indirizzo text, cap text, nome_utente text);
INSERT INTO utenti SELECT i, 'Giulia', 'Rossi', 'RSSMRA85T10A562S', 'Via Roma ' || i, '00184', 'giulia' || i FROM generate_series(1, 10) i;

CREATE TABLE funcionarios (id int PRIMARY KEY, sobrenome text, cpf text, data_nascimento date, salario numeric, endereco text);
INSERT INTO funcionarios SELECT i, 'Silva', '529.982.247-25', '1985-03-03', 4200, 'Rua das Flores ' || i FROM generate_series(1, 10) i;

CREATE TABLE klanten (id int PRIMARY KEY, voornaam text, achternaam text, bsn bigint, woonplaats text, wachtwoord text);
INSERT INTO klanten SELECT i, 'Daan', 'de Vries', 111222333, 'Utrecht', repeat('5f4dcc3b5aa765d6', 2) FROM generate_series(1, 10) i;

CREATE TABLE pracownicy (id int PRIMARY KEY, imie text, nazwisko text, pesel text, miejscowosc text);
INSERT INTO pracownicy SELECT i, 'Agnieszka', 'Nowak', '44051401359', 'Kraków' FROM generate_series(1, 10) i;

CREATE TABLE anstallda (id int PRIMARY KEY, fornamn text, efternamn text, personnummer text, gatuadress text);
INSERT INTO anstallda SELECT i, 'Åsa', 'Lindgren', '811218-9876', 'Storgatan ' || i FROM generate_series(1, 10) i;

-- Names that say nothing: only the values tell.
CREATE TABLE t1 (a text, b text, c text, d text, e text, f text, g text, h inet, i macaddr, j text[], k contact_address, l contact_address[], m uuid, n char(40));
INSERT INTO t1
SELECT 'user' || i || '@mail.example', '4111111111111111', 'GB82WEST12345698765432', '+49 30 12345' || (600 + i),
       (ARRAY['Emma Johnson','Liam Smith','Olivia Brown','Noah Davis','Ava Miller','Lucas Moore'])[i % 6 + 1], '192.0.2.' || i,
       CASE WHEN i % 7 = 0 THEN 'please call jane' || i || '@mail.example back' ELSE 'all is well with the order' END,
       '198.51.100.7', '08:00:2b:01:02:03', ARRAY['a' || i || '@mail.example', 'b@mail.example'], 'd' || i || '@mail.example',
       ARRAY['e' || i || '@mail.example']::contact_address[], gen_random_uuid(), md5(i::text) || substr(md5(i::text), 1, 8)
FROM generate_series(1, 50) i;

CREATE TABLE accounts_credentials (
    id int PRIMARY KEY, login text, pw text, password_hash text, password_changed_at timestamptz, api_key text NOT NULL UNIQUE,
    webhook text, note text, remember_token varchar(100), public_id uuid, reset_token uuid NOT NULL UNIQUE, email_verified text,
    email_count int, checksum text, etag text, callback text, kind text, opaque text);
INSERT INTO accounts_credentials
SELECT i, 'user' || i, '$2b$12$' || repeat('abcdefghij', 5) || 'xyz', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g', now(),
       'sk_live_' || md5(i::text), 'https://hooks.example/x?token=' || md5(i::text), 'key AKIAIOSFODNN7EXAMPL' || chr(65 + i) || ' was rotated', md5(i::text),
       gen_random_uuid(), gen_random_uuid(), 'yes', 3, md5('c' || i), md5('e' || i), 'https://shop.example/done', 'basic',
       encode(decode(md5(i::text) || md5('x' || i), 'hex'), 'base64')
FROM generate_series(1, 20) i;

CREATE TABLE sessions (id text PRIMARY KEY, user_id int, ip_address inet, user_agent text, payload text NOT NULL, last_activity int);
INSERT INTO sessions SELECT md5(i::text), i, '203.0.113.9', 'Mozilla/5.0', encode('x', 'base64'), 1 FROM generate_series(1, 5) i;
CREATE TABLE django_session (session_key varchar(40) PRIMARY KEY, session_data text NOT NULL, expire_date timestamptz NOT NULL);
-- These are talks at a conference.
CREATE TABLE conference_sessions (id text PRIMARY KEY, title text, room text, abstract text);
INSERT INTO conference_sessions SELECT 's' || i, 'The Future of Data', 'Hall ' || i, 'How databases grow' FROM generate_series(1, 10) i;

CREATE TABLE users (id int PRIMARY KEY, name text, settings jsonb, profile json, tags text[], avatar_url text, theme_name text, locale text, time_zone text);
INSERT INTO users
SELECT i, 'Sophie Klein',
       jsonb_build_object('theme', 'dark', 'address', jsonb_build_object('street', 'Elm Street ' || i, 'city', 'Springfield', 'country', 'US'),
                          'contacts', jsonb_build_array(jsonb_build_object('email', 'k' || i || '@mail.example', 'kind', 'work')),
                          'oauth', jsonb_build_object('access_token', md5(i::text)), 'bio', 'hello'),
       json_build_object('firstName', 'Sophie', 'lastName', 'Klein', 'score', 7, 'phone', 4930123456, 'favourites', json_build_array('tea')),
       ARRAY['beta', 'staff'], 'https://img.example/' || i, 'solarized', 'de_DE', 'Europe/Berlin'
FROM generate_series(1, 12) i;

CREATE TABLE events (id int PRIMARY KEY, payload jsonb, name text, by_user jsonb);
INSERT INTO events
SELECT i, jsonb_build_object('type', 'signup', 'user', jsonb_build_object('name', 'Karl Weber', 'email', 'z' || i || '@mail.example'), 'product', jsonb_build_object('name', 'Lamp')),
       'signup', jsonb_build_object('u' || i || '@mail.example', 3)
FROM generate_series(1, 9) i;

-- Nothing personal, though some of it sounds so.
CREATE TABLE products (id int PRIMARY KEY, name text, description text, brand text, title text, model_name text, ean text, sku text, image text, address text);
INSERT INTO products
SELECT i, (ARRAY['Rose','Jasmine','Ruby','Victoria','Daisy','Amber'])[i % 6 + 1], 'Smells nice', 'Georgia', 'Lily', 'Max', (4006381333931 + i)::text, 'AB-' || i, 'x.png', 'shelf 4'
FROM generate_series(1, 30) i;
CREATE TABLE countries (code char(2) PRIMARY KEY, name text, capital text, phone_code text, currency text);
INSERT INTO countries VALUES ('JO', 'Jordan', 'Amman', '962', 'JOD'), ('TD', 'Chad', 'N''Djamena', '235', 'XAF'), ('GE', 'Georgia', 'Tbilisi', '995', 'GEL'), ('DE', 'Germany', 'Berlin', '49', 'EUR'), ('IL', 'Israel', 'Jerusalem', '972', 'ILS'), ('KE', 'Kenya', 'Nairobi', '254', 'KES');
CREATE TABLE cities (id int PRIMARY KEY, name text, city text, state text);
INSERT INTO cities VALUES (1, 'Charlotte', 'Charlotte', 'NC'), (2, 'Austin', 'Austin', 'TX'), (3, 'Madison', 'Madison', 'WI'), (4, 'Jackson', 'Jackson', 'MS'), (5, 'Lincoln', 'Lincoln', 'NE'), (6, 'Florence', 'Florence', 'AL');
CREATE TABLE releases (id int PRIMARY KEY, version text, released_by_host text, file_name text, hash text, size_text text, order_no text);
INSERT INTO releases SELECT i, '10.0.1.' || i, 'build-' || i, 'app-' || i || '.tar.gz', md5(i::text), '12 MB', '4' || lpad(i::text, 15, '0') FROM generate_series(1, 20) i;
CREATE TABLE addresses_of_hosts (id int PRIMARY KEY, host_name text, port int, mac_address_type text, note text);
CREATE TABLE generated (id int PRIMARY KEY, email text, email_lower text GENERATED ALWAYS AS (lower(email)) STORED);
CREATE TABLE parts_by_range (id int NOT NULL, email text, born date) PARTITION BY RANGE (id);
CREATE TABLE parts_low PARTITION OF parts_by_range FOR VALUES FROM (0) TO (100);
CREATE TABLE parts_high PARTITION OF parts_by_range FOR VALUES FROM (100) TO (10000);
INSERT INTO parts_by_range SELECT i, 'p' || i || '@mail.example', '2000-02-02' FROM generate_series(1, 500) i;
ANALYZE;
