package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Many operations mended together: preview, rate, progress, cancel. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BulkRepairBrowserTests extends BrowserWalkthrough {

    @Test
    void showsWhatWouldSucceedThenRunsSlowlyAndIsCancelled() {
        browser.signIn("operator");
        browser.open("/synchronization/causes");
        button("Synchronize all with Unknown customer group").click();
        assertThat(page.locator("h1")).hasText("Synchronize 4 operations");
        assertThat(page.locator("main")).containsText("0 would succeed");
        assertThat(page.locator("main")).containsText("4 would fail");
        assertThat(page.locator("main")).containsText("4 because: ");

        changeTheGroup();
        assertThat(page.locator("main")).containsText("4 would succeed");
        page.getByLabel("At most, each second").fill("1");
        button("Change and synchronize 4").click();
        assertThat(page.locator("#progress")).containsText("It runs");
        assertThat(page.locator("#progress")).containsText(Pattern.compile("[1-3] succeeded"));
        button("Cancel the rest").click();
        assertThat(page.locator("#progress h2")).hasText("Cancelled");
        long left = work.number("select count(*) from open_operation where error_code = 'unknown-customer-group'");
        org.assertj.core.api.Assertions.assertThat(left).isBetween(1L, 3L);
    }

    @Test
    void repairsWhatItCanOfAllFailedOperations() {
        browser.signIn("operator");
        browser.open("/synchronization?status=FAILED");
        button("Synchronize all that match").click();
        changeTheGroup();
        assertThat(page.locator("main")).containsText("4 would succeed");
        assertThat(page.locator("main")).containsText("1 would fail");
        assertThat(page.locator("main")).containsText("1 because: A person needs a first or a last name");
        button("Change and synchronize 5").click();
        assertThat(page.locator("#progress h2")).hasText("Done");
        assertThat(page.locator("#progress")).containsText("5 of 5");
        assertThat(page.locator("#progress")).containsText("4 succeeded");
        assertThat(page.locator("#progress")).containsText("1 failed again");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To what failed"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    private void changeTheGroup() {
        page.getByLabel("Field").selectOption("customerGroup");
        page.getByLabel("New value").fill("RETAIL");
        button("Preview with this").click();
    }
}
