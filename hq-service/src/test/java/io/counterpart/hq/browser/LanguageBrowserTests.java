package io.counterpart.hq.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.testsupport.browser.ChromiumBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A user reads the pages in German, and goes back to English. */
@HqBrowserContext
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanguageBrowserTests extends BrowserWalkthrough {

    @Test
    void switchesToGermanBeforeTheSignInAndBackOnAPage() {
        browser.open("/sign-in?out");
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        button("Deutsch").click();

        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("h1")).hasText("Anmelden");
        assertThat(page.locator(".note.ok")).isVisible();
        browser.signIn("operator");
        assertThat(page.locator("h1")).hasText("Überblick über die Synchronisierung");
        browser.open("/synchronization?status=FAILED");
        page.locator("#q").fill("Lindqvist");
        button("English").press("Enter");
        page.waitForURL("**/synchronization?status=FAILED");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).hasText("Customer synchronization status");
    }

    @Test
    void switchesWithoutJavaScript() {
        var options = new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setJavaScriptEnabled(false);
        try (var context = ChromiumBrowser.browser().newContext(options)) {
            Page plain = context.newPage();
            plain.navigate("/sign-in");
            plain.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, named("Deutsch"))
                    .click();
            assertThat(plain.locator("html")).hasAttribute("lang", "de");
        }
    }

    @Test
    void timesAreWrittenTheGermanWay() {
        browser.signIn("operator");
        browser.open("/jobs/1010");
        button("Deutsch").click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.locator("#times").selectOption("local");
        Locator time = page.locator("main time").first();
        assertThat(time).hasText(java.util.regex.Pattern.compile("\\d{1,2}\\. [A-Za-zä]+\\.?, \\d{1,2}:\\d\\d:\\d\\d"));
    }

    @Test
    void germanPagesFitAndAreAccessible() {
        browser.open("/sign-in");
        button("Deutsch").click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        var findings = new ArrayList<String>();
        check("sign-in", findings);
        browser.signIn("admin");
        pages().forEach((name, path) -> {
            browser.look(1280, ColorScheme.LIGHT);
            browser.open(path);
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            check(name, findings);
        });
        org.assertj.core.api.Assertions.assertThat(findings).isEmpty();
    }

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("customers", "/customers");
        pages.put("customer", "/customers/C-0000001");
        pages.put("operation", "/synchronization/" + nameless());
        pages.put("duplicate", "/synchronization/" + demo.possibleDuplicate());
        for (String page : List.of(
                "synchronization",
                "synchronization/causes",
                "sessions",
                "jobs",
                "jobs/1010",
                "dead-letters",
                "stuck-customers",
                "tills",
                "possible-duplicates",
                "statistics",
                "administration/features",
                "administration/channels/HARBOR",
                "administration/alerts",
                "administration/alerts/settings",
                "administration/tokens",
                "administration/customer-imports",
                "administration/users",
                "administration/changes",
                "account",
                "nothing")) {
            pages.put(page.replace('/', '-'), "/" + page);
        }
        return pages;
    }

    private void check(String name, List<String> findings) {
        // Look at these pictures: a test sees whether words fit, not whether they look right.
        boolean pictures = Boolean.getBoolean("pictures");
        for (int width : List.of(1280, 768, 390, 320)) {
            browser.look(width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT);
            if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
                findings.add(name + " is wider than " + width);
            }
            if (pictures && width != 768 && width != 320) {
                browser.take("german-" + name);
            }
            if (width == 390 || width == 1280) {
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> findings.add(name + " at " + width + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getTarget()));
            }
        }
    }
}
