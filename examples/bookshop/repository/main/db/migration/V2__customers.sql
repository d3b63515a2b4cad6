-- Who buys. Nearly every column in this file is personal data.

CREATE DOMAIN email_address AS text COLLATE "C"
    CHECK (VALUE LIKE '%_@_%' AND VALUE NOT LIKE '% %');

CREATE TABLE customer (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email         email_address NOT NULL UNIQUE,
    given_name    text NOT NULL,
    family_name   text NOT NULL,
    display_name  text NOT NULL GENERATED ALWAYS AS (given_name || ' ' || left(family_name, 1) || '.') STORED,
    phone         text CHECK (phone LIKE '+%'),
    birth_date    date CHECK (birth_date >= '1900-01-01'),
    password_hash text NOT NULL,
    preferences   jsonb NOT NULL DEFAULT '{}',
    referred_by   bigint REFERENCES customer ON DELETE SET NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (referred_by <> id)
);
COMMENT ON TABLE customer IS 'Accounts of the people who buy in the shop';
COMMENT ON COLUMN customer.display_name IS 'How reviews are signed: the family name is never published';
COMMENT ON COLUMN customer.password_hash IS 'Algorithm, rounds and derived key';
COMMENT ON COLUMN customer.referred_by IS 'The customer whose invitation led here';
CREATE INDEX customer_referred_by_idx ON customer (referred_by) WHERE referred_by IS NOT NULL;

CREATE TABLE address (
    customer_id  bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
    number       smallint NOT NULL CHECK (number BETWEEN 1 AND 20),
    recipient    text NOT NULL,
    street       text NOT NULL,
    postal_code  text NOT NULL,
    city         text NOT NULL,
    country_code char(2) NOT NULL REFERENCES country,
    PRIMARY KEY (customer_id, number)
);
COMMENT ON TABLE address IS 'The address book of each customer';
COMMENT ON COLUMN address.number IS 'Counts within the customer''s address book, from 1';
CREATE INDEX address_country_code_idx ON address (country_code);
