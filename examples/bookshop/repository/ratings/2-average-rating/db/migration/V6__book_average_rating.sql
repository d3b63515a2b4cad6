-- The average of a few ratings says little, so each book starts with two votes for what its category gets on average
-- (or for 3 stars, where nobody has rated anything yet).

ALTER TABLE book ADD COLUMN average_rating numeric(3, 2);

WITH of_category AS (
    SELECT category_id, avg(stars) AS average
      FROM rating
      JOIN book ON book.id = rating.book_id
     GROUP BY category_id
), of_book AS (
    SELECT book_id, sum(stars) AS stars, count(*) AS ratings
      FROM rating
     GROUP BY book_id
)
UPDATE book
   SET average_rating = (2 * coalesce(of_category.average, 3) + coalesce(of_book.stars, 0))
                      / (2 + coalesce(of_book.ratings, 0))
  FROM book AS same
  LEFT JOIN of_category ON of_category.category_id = same.category_id
  LEFT JOIN of_book ON of_book.book_id = same.id
 WHERE same.id = book.id;

ALTER TABLE book
    ALTER COLUMN average_rating SET NOT NULL,
    ALTER COLUMN average_rating SET DEFAULT 3,
    ADD CONSTRAINT book_average_rating_check CHECK (average_rating BETWEEN 1 AND 5);
COMMENT ON COLUMN book.average_rating IS 'Stars, weighted with the average of the category';

CREATE OR REPLACE VIEW book_listing AS
SELECT book.id,
       book.isbn,
       book.title,
       author.name AS author,
       publisher.name AS publisher,
       category.name AS category,
       book.format,
       book.pages,
       book.price,
       book.stock,
       book.published_on,
       book.average_rating
  FROM book
  JOIN author ON author.id = book.author_id
  JOIN publisher ON publisher.id = book.publisher_id
  JOIN category ON category.id = book.category_id;
