import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders the pages. Each is self-contained: no script, no image, nothing from another host. */
final class Pages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Optional<String> commit;

    Pages(Optional<String> commit) {
        this.commit = commit.filter(sha -> !sha.isBlank());
    }

    String front(Catalogue.FrontPage page) {
        String newest = page.newest().stream().map(Pages::newestRow).collect(Collectors.joining());
        String bestSellers =
                page.bestSellers().stream().map(Pages::bestSellerRow).collect(Collectors.joining());
        return page(
                "Bookshop",
                """
                <section class="hero">
                <h1>Good books, found quickly.</h1>
                <ul class="numbers">
                <li><b>%s</b> books</li>
                <li><b>%s</b> readers</li>
                <li><b>%s</b> orders</li>
                </ul>
                </section>
                <section>
                <h2>Best sellers</h2>
                <table>
                <thead><tr><th>Book</th><th>Rating</th><th>Publisher</th><th class="number">Copies sold</th>\
                <th class="number">Price</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                </section>
                <section>
                <h2>Newest books</h2>
                <table>
                <thead><tr><th>Book</th><th>Rating</th><th>Category</th><th>Published</th><th class="number">Price</th>\
                <th class="number">In stock</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                </section>
                """
                        .formatted(
                                number(page.numbers().books()),
                                number(page.numbers().customers()),
                                number(page.numbers().orders()),
                                bestSellers,
                                newest));
    }

    private static String newestRow(Catalogue.Book book) {
        return """
                <tr>%s%s<td>%s</td><td>%s</td><td class="number">€ %s</td><td class="number">%s</td></tr>
                """
                .formatted(
                        titleCell(book),
                        ratingCell(book),
                        escape(book.category()),
                        day(book.publishedOn()),
                        book.price(),
                        book.stock() == 0 ? "<i>on order</i>" : book.stock());
    }

    private static String bestSellerRow(Catalogue.BestSeller bestSeller) {
        Catalogue.Book book = bestSeller.book();
        return """
                <tr>%s%s<td>%s</td><td class="number">%s</td><td class="number">€ %s</td></tr>
                """
                .formatted(
                        titleCell(book),
                        ratingCell(book),
                        escape(book.publisher()),
                        number(bestSeller.copies()),
                        book.price());
    }

    private static String titleCell(Catalogue.Book book) {
        return """
                <td><div class="book"><span class="cover cover-%d"></span><div><a href="/book/%d">%s</a>\
                <small>%s · %s</small></div></div></td>"""
                .formatted(
                        book.id() % 6, book.id(), escape(book.title()), escape(book.author()), escape(book.format()));
    }

    private static String ratingCell(Catalogue.Book book) {
        return "<td class=\"rating\">%s</td>".formatted(rating(book));
    }

    private static String rating(Catalogue.Book book) {
        int nearest = book.averageRating().setScale(0, RoundingMode.HALF_UP).intValueExact();
        return "%s <b>%s</b>".formatted(stars(nearest), book.averageRating());
    }

    String book(Catalogue.BookDetails details) {
        Catalogue.Book book = details.book();
        String reviews = details.reviews().isEmpty()
                ? "<p>Nobody has reviewed this book yet.</p>\n"
                : details.reviews().stream().map(Pages::review).collect(Collectors.joining());
        return page(
                book.title() + " · Bookshop",
                """
                <p><a href="/">← All books</a></p>
                <article class="details">
                <span class="cover cover-%d"></span>
                <div>
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p class="rating">%s</p>
                <dl>
                %s</dl>
                </div>
                </article>
                <section>
                <h2>What readers say</h2>
                %s</section>
                """
                        .formatted(
                                book.id() % 6,
                                escape(book.title()),
                                escape(book.author()),
                                rating(book),
                                facts(book),
                                reviews));
    }

    private static String facts(Catalogue.Book book) {
        return fact("Price", "€ " + book.price())
                + fact("In stock", book.stock() == 0 ? "on order" : book.stock() + " copies")
                + fact("Format", book.format())
                + fact("Category", book.category())
                + fact("Publisher", book.publisher())
                + fact("Published", day(book.publishedOn()))
                + fact("ISBN", book.isbn());
    }

    private static String fact(String name, String value) {
        return "<dt>%s</dt><dd>%s</dd>\n".formatted(name, escape(value));
    }

    private static String review(Catalogue.Review review) {
        return """
                <blockquote>%s<p>%s</p><footer>%s, %s</footer></blockquote>
                """
                .formatted(
                        stars(review.stars()),
                        escape(review.body()),
                        escape(review.reviewer()),
                        day(review.writtenOn()));
    }

    private static String stars(int count) {
        return "<span class=\"stars\" title=\"%d of 5\">%s</span>"
                .formatted(count, "★".repeat(count) + "☆".repeat(5 - count));
    }

    String notFound() {
        return message(
                "Not on our shelves",
                "There is no such page here. The <a href=\"/\">front page</a> has the newest books.");
    }

    String unavailable() {
        return message("Closed for a moment", "The catalogue cannot be read just now. Please try again.");
    }

    private String message(String title, String html) {
        return page(title + " · Bookshop", "<h1>%s</h1>\n<p>%s</p>\n".formatted(title, html));
    }

    private String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header><a href="/">Bookshop</a></header>
                <main>
                %s</main>
                <footer>%s</footer>
                </body>
                </html>
                """
                .formatted(escape(title), Style.SHEET, content, servedCommit());
    }

    private String servedCommit() {
        return commit.map(
                        sha -> "Commit <code>%s</code>".formatted(escape(sha.substring(0, Math.min(sha.length(), 12)))))
                .orElse("A shop that only exists as an example");
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
