package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the link shows: the rows of the bookshop's first table.
 *
 * @param rows each with its cells, as text
 */
record FrontPage(List<List<String>> rows) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern TABLE_BODY = Pattern.compile("<tbody>(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final String MIGRATED_COLUMN = "<td class=\"rating\">";

    /**
     * Opens the link as a browser does, for which every name below localhost is this machine.
     *
     * @throws CommandFailure when it does not answer, or shows no rows, or not the column that the migration adds
     */
    static FrontPage open(URI link) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%s".formatted(link.getPort(), link.getPath())))
                .header("Host", link.getAuthority())
                .header("Accept", "text/html")
                .timeout(TIMEOUT)
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailure(
                        "The link %s answers with HTTP %d instead of the page".formatted(link, response.statusCode()));
            }
            var page = parse(response.body());
            if (page.rows.isEmpty() || !response.body().contains(MIGRATED_COLUMN)) {
                throw new CommandFailure("The link %s answers, but its page %s"
                        .formatted(link, page.rows.isEmpty() ? "has no rows" : "has no ratings"));
            }
            return page;
        } catch (IOException e) {
            throw new CommandFailure("The link %s does not answer: %s".formatted(link, e.getMessage()), e);
        }
    }

    static FrontPage parse(String html) {
        return new FrontPage(TABLE_BODY
                .matcher(html)
                .results()
                .findFirst()
                .map(body -> ROW.matcher(body.group(1))
                        .results()
                        .map(FrontPage::cells)
                        .toList())
                .orElse(List.of()));
    }

    private static List<String> cells(MatchResult row) {
        return CELL.matcher(row.group(1))
                .results()
                .map(cell -> text(cell.group(1)))
                .toList();
    }

    private static String text(String html) {
        return html.replaceAll("<small>", " · ")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
