-- A rating is a review without words. Whoever has reviewed a book has rated it already.

CREATE TABLE rating (
    customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
    book_id     integer NOT NULL REFERENCES book ON DELETE CASCADE,
    stars       smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    rated_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, book_id)
);
COMMENT ON TABLE rating IS 'How many stars a customer gives to a book';

INSERT INTO rating (customer_id, book_id, stars, rated_at)
SELECT customer_id, book_id, stars, written_at
  FROM review;

CREATE INDEX rating_book_id_idx ON rating (book_id);
