package io.counterpart.hq.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Opens pages as one user in one size and colour scheme, and takes pictures of them. */
final class Screenshots implements AutoCloseable {

    private final com.microsoft.playwright.BrowserContext context;
    private final String suffix;
    private final Path folder;
    final Page page;

    Screenshots(Browser browser, String base, int width, ColorScheme scheme, Path folder) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, width < 600 ? 844 : 800)
                .setColorScheme(scheme)
                .setTimezoneId("UTC"));
        this.page = context.newPage();
        this.suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(java.util.Locale.ROOT));
        this.folder = folder;
    }

    void signIn(String user) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(user);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        page.waitForURL("**/");
    }

    void take(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + suffix + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
