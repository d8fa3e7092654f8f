package io.counterpart.testsupport.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Opens pages as one user in one size and color scheme, and takes screenshots. */
public final class Screenshots implements AutoCloseable {

    private static final double TALLEST = 2400;
    // A page that takes longer is broken: the test fails instead of waiting.
    private static final double PATIENCE_MILLIS = 15_000;

    private final com.microsoft.playwright.BrowserContext context;
    private String suffix;
    private final Path folder;
    private int status;
    private final Page page;

    public Screenshots(Browser browser, String base, int width, ColorScheme scheme, Path folder) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, width < 600 ? 844 : 800)
                .setColorScheme(scheme)
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        this.suffix = suffix(width, scheme);
        this.folder = folder;
    }

    public void open(String path) {
        status = page.navigate(path).status();
    }

    /** Shows the current page in another size and color scheme, without reloading it. */
    public void look(int width, ColorScheme scheme) {
        page.setViewportSize(width, width < 600 ? 844 : 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        suffix = suffix(width, scheme);
    }

    private static String suffix(int width, ColorScheme scheme) {
        return "-%d-%s".formatted(width, scheme.name().toLowerCase(java.util.Locale.ROOT));
    }

    public Page page() {
        return page;
    }

    public int status() {
        return status;
    }

    public void signIn(String user) {
        page.navigate("/sign-in");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForURL("**/");
    }

    /** The complete page, up to a maximum height. */
    public void take(String name) {
        double tall = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + suffix + ".png"))
                .setFullPage(true)
                .setClip(0, 0, page.viewportSize().width, Math.min(tall, TALLEST)));
    }

    @Override
    public void close() {
        context.close();
    }
}
