package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.testsupport.browser.ChromiumBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Columns, sort orders, saved views and pages of the long lists, with and without JavaScript. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListViewBrowserTests extends BrowserWalkthrough {

    @Test
    void sortsByAHeadingAndGoesToTheNextPageAndBack() {
        browser.signIn("viewer");
        browser.open("/synchronization");
        assertThat(page.locator(".pager")).containsText("in total");
        page.locator("thead")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Time"))
                .click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Time");
        page.locator("thead")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Time"))
                .click();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Time");

        // The text of a time changes when the script of the page has run, the link does not.
        Locator firstLink = page.locator("tbody tr a").first();
        String first = firstLink.getAttribute("href");
        page.getByRole(AriaRole.LINK, named("Next page")).click();
        assertThat(page).hasURL(Pattern.compile(".*sort=earliest&before=.*"));
        page.getByRole(AriaRole.LINK, named("Previous page")).click();
        assertThat(firstLink).hasAttribute("href", first);
        assertThat(page.getByRole(AriaRole.LINK, named("Previous page"))).hasCount(0);
    }

    @Test
    void savesAViewSharesItAndOpensTheListWithIt() {
        browser.signIn("operator");
        chooseColumns(page);
        page.locator("#channel").selectOption("HARBOR");
        page.locator("#q").fill("Ann");
        page.locator("#q").press("Enter");
        saveView(page, "Harbor times");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("View saved.");
        org.assertj.core.api.Assertions.assertThat(work.texts("select parameters from saved_view"))
                .singleElement()
                .asString()
                .contains("channel=HARBOR")
                .doesNotContain("Ann", "search");

        browser.open("/synchronization");
        page.locator("nav.views").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#channel")).hasValue("HARBOR");
        assertThat(page.locator("#q")).hasValue("");
        assertThat(page.locator("nav.views a[aria-current=true]")).hasText("Harbor times");

        openManagement(page);
        button("Make default : Harbor times").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("opens with this view");
        openManagement(page);
        button("Share with all users : Harbor times").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("All users can see this view");
        page.locator(".side")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Synchronization"))
                .click();
        assertThat(page.locator("#channel")).hasValue("HARBOR");

        page.locator(".tabs")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("All"))
                .click();
        page.getByRole(AriaRole.LINK, named("Clear")).click();
        assertThat(page.locator("#channel")).hasValue("");
        openManagement(page);
        button("Delete : Harbor times").click();
        assertThat(page.locator("nav.views")).hasCount(0);
    }

    @Test
    void worksWithoutJavaScript() {
        try (BrowserContext context = ChromiumBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setJavaScriptEnabled(false))) {
            Page plain = context.newPage();
            plain.navigate("/sign-in");
            plain.getByLabel("User name").fill("operator");
            plain.getByLabel("Password").fill("operator");
            plain.getByRole(AriaRole.BUTTON, named("Sign in")).click();
            plain.waitForURL("**/");

            chooseColumns(plain);
            saveView(plain, "Plain");
            assertThat(plain.locator("nav.views")).containsText("Plain");
            plain.getByRole(AriaRole.LINK, named("Next page")).click();
            plain.getByRole(AriaRole.LINK, named("Previous page")).click();
            assertThat(plain.locator("tbody tr")).hasCount(51);
        }
    }

    @Test
    void isReadableInEverySizeWithEverythingOpen() {
        work.jdbcUpdate("""
                insert into saved_view (id, list, owner, name, parameters, shared, created_at)
                select gen_random_uuid(), 'OPERATIONS', 'operator', 'A view with a rather long name, number ' || i, 'status=OPEN', i > 2, now()
                from generate_series(1, 4) i
                """);
        browser.signIn("operator");
        for (String list : List.of(
                "/synchronization?columns=operation,channel,channelDatabase,customer,asyncCustomerId,time,received,status,attempts",
                "/sessions")) {
            browser.look(1280, ColorScheme.LIGHT);
            browser.open(list);
            page.locator(".options summary").all().forEach(Locator::click);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(320, 390, 768, 1280, 1920)) {
                    browser.look(width, scheme);
                    org.assertj.core.api.Assertions.assertThat(
                                    page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as("%s at %d", list, width)
                            .isEqualTo(true);
                }
                org.assertj.core.api.Assertions.assertThat(
                                new AxeBuilder(page).analyze().getViolations())
                        .isEmpty();
            }
        }
    }

    @Test
    void theColumnsAreReachedByKeyboard() {
        browser.signIn("viewer");
        browser.open("/synchronization");
        page.locator(".options summary").first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.locator(".options form").first().getByRole(AriaRole.BUTTON).first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("thead")).not().containsText("Channel");
        assertThat(page.locator("thead")).containsText("Operation");
    }

    @Test
    void deletesAUserAndSignsOutEverywhere() {
        work.jdbcUpdate(
                "insert into hq_user (username, password_hash, role, created_at) values ('temporary', 'x', 'VIEWER', now())"
                        + " on conflict do nothing");
        browser.signIn("admin");
        browser.open("/administration/users");
        assertThat(page.locator("section")
                        .filter(new Locator.FilterOptions().setHasText("admin"))
                        .first())
                .containsText("Last used");
        Locator section = page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2", new Page.LocatorOptions().setHasText("temporary"))));
        section.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Delete user"))
                .click();
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete user"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("User temporary deleted.");

        page.getByRole(AriaRole.LINK, named("Change your password")).click();
        button("Sign out everywhere").click();
        page.waitForURL("**/sign-in?everywhere");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You’ve signed out everywhere.");
        browser.open("/administration/users");
        page.waitForURL("**/sign-in**");
    }

    private static void chooseColumns(Page page) {
        page.navigate("/synchronization?view=none");
        page.locator(".options summary").first().click();
        Locator form = page.locator(".options form").first();
        form.getByLabel("Async customer ID").uncheck();
        form.getByLabel("Received at HQ").check();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show columns"))
                .click();
        assertThat(page.locator("thead")).containsText("Received at HQ");
        assertThat(page.locator("thead")).not().containsText("Async customer ID");
    }

    private static void openManagement(Page page) {
        page.locator(".options summary").last().click();
    }

    private static void saveView(Page page, String name) {
        openManagement(page);
        page.getByLabel("Name of the new view").fill(name);
        page.getByRole(AriaRole.BUTTON, named("Save view")).click();
    }
}
