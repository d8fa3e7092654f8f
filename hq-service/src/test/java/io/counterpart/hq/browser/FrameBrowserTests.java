package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.testsupport.browser.ChromiumBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What every page has around its content: shortcuts, copy buttons, the switch of times, version and help. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrameBrowserTests extends BrowserWalkthrough {

    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
    private static final Pattern LOCAL = Pattern.compile("[A-Z][a-z]{2} \\d+, .*[AP]M");

    @Test
    void keysOpenPagesAndADialogListsThem() {
        browser.signIn("admin");
        Locator dialog = page.getByRole(AriaRole.DIALOG, named("Keyboard shortcuts"));
        pressUntil(dialog::isVisible, "?");
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("Stuck customers");
        org.assertj.core.api.Assertions.assertThat(
                        new AxeBuilder(page).analyze().getViolations())
                .isEmpty();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();

        // Customers last: the field on its page has the focus, and keys in a field are no shortcuts.
        for (var shortcut :
                List.of("o /synchronization", "s /stuck-customers", "l /tills", "j /jobs", "h /", "c /customers")) {
            String[] keyAndPath = shortcut.split(" ", 2);
            pressUntil(() -> page.url().endsWith(":" + port + keyAndPath[1]), "g", keyAndPath[0]);
        }
    }

    // A browser ignores keys until it has painted the page.
    private void pressUntil(BooleanSupplier done, String... keys) {
        for (int tries = 0; tries < 30 && !done.getAsBoolean(); tries++) {
            for (String key : keys) {
                page.keyboard().press(key);
            }
            page.waitForTimeout(300);
        }
        org.assertj.core.api.Assertions.assertThat(done.getAsBoolean())
                .as(List.of(keys).toString())
                .isTrue();
    }

    @Test
    void keysInAFieldOrWithAModifierAreNoShortcuts() {
        browser.signIn("viewer");
        browser.open("/customers");
        page.locator("main #query").focus();
        page.keyboard().type("g j?/");
        assertThat(page.locator("main #query")).hasValue("g j?/");
        page.keyboard().press("Tab");
        page.keyboard().press("g");
        page.keyboard().press("Control+j");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("h1")).hasText("Customers");
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        browser.signIn("viewer");
        button("Keyboard shortcuts").click();
        page.getByLabel("Use single-key shortcuts").uncheck();
        button("Close").click();
        browser.open("/jobs");

        page.keyboard().press("?");
        page.keyboard().press("g");
        page.keyboard().press("h");

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("h1")).hasText("Batch jobs");
    }

    @Test
    void anIdIsFoldedAndCopiedWhole() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        browser.signIn("viewer");
        String failed = nameless();
        browser.open("/synchronization/" + failed);
        Locator id = page.locator(".id").filter(new Locator.FilterOptions().setHasText(failed));
        Locator folded = id.locator(".guid");
        assertThat(folded).hasText(failed);
        assertThat(folded).hasAttribute("title", failed);
        org.assertj.core.api.Assertions.assertThat(folded.evaluate("it => it.scrollWidth > 3 * it.clientWidth"))
                .isEqualTo(true);

        id.getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator("#announcement")).hasText("Copied.");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(failed);
        folded.click();
        org.assertj.core.api.Assertions.assertThat(folded.evaluate("it => it.scrollWidth > it.clientWidth"))
                .isEqualTo(false);
    }

    @Test
    void aTokenIsCopied() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        browser.signIn("admin");
        browser.open("/administration/tokens");
        page.getByLabel("Device").fill("Till 9");
        page.locator("#channel").selectOption("HARBOR");
        button("Create token").click();
        button("Copy access token").click();

        assertThat(page.locator("#announcement")).hasText("Copied.");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(page.locator("#new-token").textContent());
    }

    @Test
    void allTimesOfAllPagesAreShownAsChosen() {
        browser.signIn("viewer");
        browser.open("/synchronization");
        assertThat(times().first()).hasText(LOCAL);
        browser.open("/dead-letters");
        assertThat(times().first()).hasText("3 h ago");

        page.getByLabel("Times").selectOption("UTC");
        assertThat(times().first()).hasText(UTC);
        browser.open("/");
        assertAllTimesAre(UTC);
        // The page refreshes itself.
        String before = page.locator("#live time").first().textContent();
        assertThat(page.locator("#live time").first()).not().hasText(before);
        assertAllTimesAre(UTC);

        page.getByLabel("Times").selectOption("Relative");
        browser.open("/synchronization");
        assertAllTimesAre(Pattern.compile(".+ ago|just now"));
        page.getByLabel("Times").selectOption("Local");
        browser.open("/dead-letters");
        assertAllTimesAre(LOCAL);
    }

    private void assertAllTimesAre(Pattern form) {
        org.assertj.core.api.Assertions.assertThat(times().allTextContents())
                .isNotEmpty()
                .allMatch(form.asMatchPredicate());
    }

    private Locator times() {
        return page.locator("main time");
    }

    @Test
    void withoutScriptsTimesAreInUtcAndTheSearchWorks() {
        try (var context = ChromiumBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setJavaScriptEnabled(false))) {
            var plain = context.newPage();
            plain.navigate("/sign-in");
            plain.getByLabel("User name").fill("viewer");
            plain.getByLabel("Password").fill("viewer");
            plain.getByRole(AriaRole.BUTTON, named("Sign in")).click();
            plain.navigate("/synchronization");
            assertThat(plain.locator("main time").first()).hasText(UTC);

            plain.locator("#find").fill("Harbor store");
            plain.locator("#find").press("Enter");
            assertThat(plain.locator("main .found").first()).containsText("HARBOR");
        }
    }

    @Test
    void theVersionAndHelpAreOnEveryPage() {
        browser.signIn("viewer");
        for (String path : List.of("/", "/administration/changes", "/nothing-here")) {
            browser.open(path);
            Locator foot = page.getByRole(AriaRole.CONTENTINFO);
            assertThat(foot).containsText(Pattern.compile("Version \\d+\\.\\d+"));
            assertThat(foot.getByText("Documentation", new Locator.GetByTextOptions().setExact(true)))
                    .hasAttribute("href", "https://documentation.example/");
            assertThat(foot.getByText("API documentation")).hasAttribute("href", "/docs");
        }
    }
}
