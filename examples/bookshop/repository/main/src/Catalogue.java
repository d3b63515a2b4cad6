import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pages show, read from the database. */
final class Catalogue {
    private final Database database;

    Catalogue(Database database) {
        this.database = database;
    }

    record Book(
            int id,
            String isbn,
            String title,
            String author,
            String publisher,
            String category,
            String format,
            BigDecimal price,
            int stock,
            LocalDate publishedOn) {}

    record BestSeller(Book book, long copies) {}

    record Numbers(long books, long customers, long orders) {}

    record FrontPage(Numbers numbers, List<Book> newest, List<BestSeller> bestSellers) {}

    record Review(int stars, String body, String reviewer, LocalDate writtenOn) {}

    record BookDetails(Book book, List<Review> reviews) {}

    /** Returns when the database answers and has the catalogue. */
    void check() throws SQLException {
        database.read(connection -> list(connection, "SELECT id FROM book LIMIT 1", row -> row.getInt(1)));
    }

    FrontPage frontPage() throws SQLException {
        return database.read(connection -> new FrontPage(
                list(
                                connection,
                                """
                        SELECT (SELECT count(*) FROM book),
                               (SELECT count(*) FROM customer),
                               (SELECT count(*) FROM orders)
                        """,
                                row -> new Numbers(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .getFirst(),
                list(
                        connection,
                        """
                        SELECT *
                          FROM book_listing
                         ORDER BY published_on DESC, id DESC
                         LIMIT 10
                        """,
                        Catalogue::book),
                list(
                        connection,
                        """
                        SELECT book_listing.*, copies
                          FROM best_seller
                          JOIN book_listing ON book_listing.id = best_seller.book_id
                         ORDER BY copies DESC, id
                         LIMIT 10
                        """,
                        row -> new BestSeller(book(row), row.getLong("copies")))));
    }

    Optional<BookDetails> book(int id) throws SQLException {
        return database.read(connection -> {
            List<Book> books = list(connection, "SELECT * FROM book_listing WHERE id = ?", Catalogue::book, id);
            if (books.isEmpty()) {
                return Optional.empty();
            }
            List<Review> reviews = list(
                    connection,
                    """
                    SELECT stars, coalesce(body, '') AS body, display_name, written_at::date AS written_on
                      FROM review
                      JOIN customer ON customer.id = review.customer_id
                     WHERE book_id = ?
                     ORDER BY body IS NULL, written_at DESC
                     LIMIT 12
                    """,
                    Catalogue::review,
                    id);
            return Optional.of(new BookDetails(books.getFirst(), reviews));
        });
    }

    private static Book book(ResultSet row) throws SQLException {
        return new Book(
                row.getInt("id"),
                row.getString("isbn"),
                row.getString("title"),
                row.getString("author"),
                row.getString("publisher"),
                row.getString("category"),
                row.getString("format"),
                row.getBigDecimal("price"),
                row.getInt("stock"),
                row.getObject("published_on", LocalDate.class));
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getInt("stars"),
                row.getString("body"),
                row.getString("display_name"),
                row.getObject("written_on", LocalDate.class));
    }

    private static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(row.read(rows));
                }
            }
            return List.copyOf(values);
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
