package io.counterpart.testsupport.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/** The installed browser, started once for all tests of the JVM. */
public final class ChromiumBrowser {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private ChromiumBrowser() {}

    /** Skips the test with a visible message if no browser is installed. */
    public static Browser browser() {
        Browser browser = Holder.BROWSER;
        Assumptions.assumeTrue(browser != null, "No Chromium here: set CHROMIUM_PATH or install one");
        return Objects.requireNonNull(browser);
    }

    /** The program itself, for a tool that starts it; skips the test if there is none. */
    public static Path path() {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium here: set CHROMIUM_PATH or install one");
        return executable.orElseThrow();
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM_PATH")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Holder {

        static final Browser BROWSER = start();

        // Not closed, because it is used until the JVM ends.
        @SuppressWarnings({"resource", "PMD", "NullAway"})
        private static Browser start() {
            Optional<Path> executable = executable();
            if (executable.isEmpty()) {
                System.err.println(
                        "SKIPPED: browser tests, for there is no Chromium (set CHROMIUM_PATH or install one)");
                return null;
            }
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setTimeout(30_000)
                            .setExecutablePath(executable.get())
                            .setArgs(List.of("--no-sandbox", "--font-render-hinting=none")));
        }
    }
}
