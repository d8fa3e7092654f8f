package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Complete tasks of operators in the browser, from the first click to the result. */
@HqBrowserContext
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WalksTests extends BrowserWalkthrough {

    @Test
    void repairsAFailedOperation() {
        browser.signIn("operator");
        link("1 operation failed").click();
        page.locator("tbody a[href^='/synchronization/']").first().click();
        page.getByLabel("Last name").fill("Lindqvist");
        button("Save and retry").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Applied. Customer account: C-");
        assertThat(page.locator("h1")).containsText("Succeeded");
    }

    @Test
    void keepsTheInputAfterAConcurrentSave() {
        browser.signIn("operator");
        String failed = nameless();
        browser.open("/synchronization/" + failed);
        jdbc.sql(
                        "update open_operation o set version = version + 1 from async_operation a where a.recid = o.recid and a.operation_id = cast(:id as uuid)")
                .param("id", failed)
                .update();
        page.getByLabel("Last name").fill("Lindqvist");
        button("Save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Another user saved this operation");
        assertThat(page.getByLabel("Last name")).hasValue("Lindqvist");
    }

    @Test
    void enablesAFeatureWithWhatItNeedsUntilEveryChannelHasIt() {
        browser.signIn("admin");
        browser.open("/administration/features");
        button("Enable Enable editing customers in asynchronous mode").click();
        assertThat(page.locator("main .note")).hasCount(1);
        assertThat(page.locator("main .note")).containsText("requires 2 features");
        button("Enable all").click();
        Locator editing = page.locator("article")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2", new Page.LocatorOptions().setHasText("Enable editing customers"))));
        assertThat(editing).containsText("Active in 0 of 3 channels");
        jdbc.sql("update channel_heartbeat set report = jsonb_set(report::jsonb, '{globalVersion}', '99')")
                .update();
        assertThat(editing).containsText("Active in 3 of 3 channels");
    }

    @Test
    void disablesAFeatureAfterReadingWhatHappens() {
        work.jdbcUpdate("update feature set enabled = true where name = 'multiple-emails-and-phones'");
        browser.signIn("admin");
        browser.open("/administration/features");
        page.getByRole(AriaRole.LINK, named("Disable Capture multiple emails")).click();
        assertThat(page.locator("h1")).hasText("Disable feature");
        assertThat(page.locator("main")).containsText("3 queued in channels, 6 open at HQ, 5 of them failed");
        page.getByRole(AriaRole.LINK, named("Cancel")).click();
        org.assertj.core.api.Assertions.assertThat(enabled()).containsExactly("multiple-emails-and-phones");

        page.getByRole(AriaRole.LINK, named("Disable Capture multiple emails")).click();
        button("Disable feature").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Feature disabled.");
        org.assertj.core.api.Assertions.assertThat(enabled()).isEmpty();
    }

    private List<String> enabled() {
        return work.texts("select name from feature where enabled and not mandatory");
    }

    @Test
    void holdsAJobAndReleasesIt() {
        browser.signIn("operator");
        browser.open("/jobs/1010");
        button("Hold").click();
        assertThat(page.locator(".note.warn")).containsText("On hold");
        button("Release").click();
        assertThat(button("Hold")).isVisible();
    }

    @Test
    void releasesAJobOnTheHomePageWhichNoLongerShowsTheHold() {
        work.hold("1010", true);
        browser.signIn("operator");
        browser.open("/");
        assertThat(page.locator("#live")).containsText("Job 1010 is on hold");
        button("Release : Job 1010 is on hold").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Job 1010 released.");
        org.assertj.core.api.Assertions.assertThat(page.locator("#live").textContent())
                .doesNotContain("Job 1010 is on hold");
    }

    @Test
    void explainsForbiddenAndMissingPages() {
        browser.signIn("viewer");
        browser.open("/administration/users");
        assertThat(page.locator("h1")).hasText("You don’t have access to this page");
        browser.open("/brand-new-page");
        assertThat(page.locator("h1")).hasText("Page not found");
        assertThat(page.getByRole(AriaRole.LINK, named("Back to home"))).isVisible();
    }
}
