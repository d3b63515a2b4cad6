package dev.diorama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link in a real browser, which resolves it by itself. */
class BrowserIT {
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    @TempDir
    Path folder;

    Program program;

    @BeforeEach
    void makesTheProgram() throws IOException {
        program = new Program(folder.toRealPath());
    }

    @AfterEach
    void endsWhatStillRuns() {
        program.close();
    }

    @Test
    void showsTheColumnThatTheBranchAdds() throws Exception {
        var browser = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(browser.isPresent(), "No browser in " + BROWSERS + ": install Chromium, or let ./verify do it");
        int port = Program.freePort();
        var demo = program.start("demo", "--port", Integer.toString(port));
        program.awaitOutput(demo, "Ctrl-C ends the demo");

        look(browser, "http://pr-1.bookshop.localhost:%d/".formatted(port));

        program.signal(demo, "TERM");
        program.assertNothingIsLeft();
    }

    private static void look(Optional<Path> browser, String link) {
        var nothingToDownload = new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new LaunchOptions()
                .setExecutablePath(browser.orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
        try (var playwright = Playwright.create(nothingToDownload);
                var chromium = playwright.chromium().launch(options);
                var page = chromium.newPage()) {
            page.navigate(link);
            assertThat(page.locator("th", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Rating"))
                            .first())
                    .isVisible();
            assertThat(page.locator("td.rating").first()).hasText(Pattern.compile("[★☆]{5} \\d\\.\\d\\d"));
            page.locator("tbody a").first().click();
            assertThat(page.locator("p.rating")).isVisible();
        }
    }
}
