package dev.diorama.subsetter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.Request;
import dev.diorama.subsetter.report.Reports;
import dev.diorama.subsetter.report.SubsetReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as its readers see it. */
class ReportPageInBrowserTest {
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void startsTheBrowser() {
        Optional<Path> executable =
                BROWSERS.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(executable.isPresent(), "No browser in " + BROWSERS + ": install Chromium, or let ./verify do it");
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }

    @AfterAll
    static void endsTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void loadsNothingAndRunsNothing() throws IOException {
        try (Page page = browser.newPage()) {
            List<String> requests = new ArrayList<>();
            List<String> messages = new ArrayList<>();
            page.onRequest((Request request) -> requests.add(request.url()));
            page.onConsoleMessage((ConsoleMessage message) -> messages.add(message.text()));
            page.onDialog(dialog -> messages.add(dialog.message()));

            Path file = open(page, Reports.bookshop());

            assertThat(requests)
                    .filteredOn(url -> !url.startsWith("data:"))
                    .containsExactly(file.toUri().toString());
            assertThat(messages).isEmpty();
            assertThat(page.locator("script, b b, img")).hasCount(0);
            assertThat(page.locator("#tables tbody th")).hasText(new String[] {
                "order_line", "orders", "author", "<script>alert(\"1\")</script>", "country", "nothing"
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 640, 900, 1400})
    void fitsAWindowOfAnyWidth(int width) throws IOException {
        try (Page page = browser.newPage()) {
            page.setViewportSize(width, 900);

            open(page, Reports.bookshop());

            assertThat(page.locator("svg.chart:visible")).hasCount(1);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1400})
    void namesPointsWithoutCollision(int width) throws IOException {
        for (SubsetReport report : List.of(Reports.bookshop(), Reports.many(400))) {
            try (Page page = browser.newPage()) {
                page.setViewportSize(width, 900);

                open(page, report);

                Locator labels = page.locator("svg.chart:visible .label");
                assertThat(labels.count()).isPositive();
                assertThat(
                                labels.evaluateAll(
                                        """
                                labels => {
                                    const boxes = labels.map(label => [label.textContent, label.getBoundingClientRect()]);
                                    return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
                                        .filter(([, b]) => a.left < b.right && b.left < a.right
                                                        && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
                                        .map(([other]) => one + ' and ' + other));
                                }"""))
                        .isEqualTo(List.of());
            }
        }
    }

    @Test
    void sortsItsTablesWithoutAScript() throws IOException {
        try (Page page = browser.newPage()) {
            open(page, Reports.bookshop());
            assertThat(highest(page)).isEqualTo("order_line");

            page.getByLabel("distance from target").check();
            assertThat(highest(page)).isEqualTo("author");

            page.getByLabel("name", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(highest(page)).isEqualTo("<script>alert(\"1\")</script>");
        }
    }

    @Test
    void leadsFromAPointToItsRow() throws IOException {
        try (Page page = browser.newPage()) {
            open(page, Reports.bookshop());

            page.locator("svg.chart:visible path.over").last().click();

            assertThat(page.locator("tr:target th")).hasText("author");
        }
    }

    private static Object highest(Page page) {
        return page.locator("#tables tbody tr")
                .evaluateAll(
                        """
                rows => rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
                            .querySelector('th').textContent""");
    }

    private Path open(Page page, SubsetReport report) throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), ReportPage.of(report));
        page.navigate(file.toUri().toString());
        return file;
    }
}
