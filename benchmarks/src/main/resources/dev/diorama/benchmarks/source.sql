-- A shop and a bank with %1$d parts in a thousand of 1.5 million rows: a tree, two keys to one table, composite keys,
-- and small tables that everything refers to.
SELECT setseed(0.25);

CREATE TABLE country (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO country SELECT i, 'country ' || i FROM generate_series(1, 200) i;

CREATE TABLE author (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country, name text NOT NULL);
INSERT INTO author SELECT i, 1 + floor(random() * 200), md5(i::text) FROM generate_series(1, 20 * %1$d) i;

CREATE TABLE book (id int PRIMARY KEY, author_id int NOT NULL REFERENCES author, title text NOT NULL);
INSERT INTO book SELECT i, 1 + floor(random() * 20 * %1$d), md5(i::text) FROM generate_series(1, 60 * %1$d) i;
CREATE INDEX ON book (author_id);

CREATE TABLE purchase (id int PRIMARY KEY, buyer_id int NOT NULL REFERENCES author, seller_id int NOT NULL REFERENCES author,
                       placed_at timestamptz NOT NULL);
INSERT INTO purchase
SELECT i, 1 + floor(random() * 20 * %1$d), 1 + floor(random() * 20 * %1$d), '2024-01-01'::timestamptz + i * interval '1 minute'
FROM generate_series(1, 200 * %1$d) i;
CREATE INDEX ON purchase (buyer_id);

CREATE TABLE line (purchase_id int NOT NULL REFERENCES purchase, number int NOT NULL, book_id int NOT NULL REFERENCES book,
                   amount numeric(10, 2) NOT NULL, PRIMARY KEY (purchase_id, number));
INSERT INTO line SELECT 1 + i / 3, i %% 3, 1 + floor(random() * 60 * %1$d), random() * 100 FROM generate_series(0, 600 * %1$d - 1) i;

CREATE TABLE employee (id int PRIMARY KEY, manager_id int REFERENCES employee, name text NOT NULL);
INSERT INTO employee SELECT i, nullif(i / 8, 0), md5(i::text) FROM generate_series(1, 50 * %1$d) i;

CREATE TABLE branch (id int PRIMARY KEY);
INSERT INTO branch SELECT i FROM generate_series(1, 100) i;

CREATE TABLE account (id int PRIMARY KEY, branch_id int NOT NULL REFERENCES branch, balance numeric NOT NULL);
INSERT INTO account SELECT i, 1 + floor(random() * 100), random() * 1000 FROM generate_series(1, 270 * %1$d) i;

CREATE TABLE history (id bigint PRIMARY KEY, account_id int NOT NULL REFERENCES account, delta numeric NOT NULL);
INSERT INTO history SELECT i, 1 + floor(random() * 270 * %1$d), random() FROM generate_series(1, 300 * %1$d) i;
CREATE INDEX ON history (account_id);

VACUUM ANALYZE;
