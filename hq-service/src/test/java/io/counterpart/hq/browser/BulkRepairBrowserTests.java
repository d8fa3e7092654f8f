package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A bulk repair in the browser: preview, rate, progress, cancel. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BulkRepairBrowserTests extends BrowserWalkthrough {

    @Test
    void showsWhatWouldSucceedThenRunsSlowlyAndIsCancelled() {
        browser.signIn("operator");
        browser.open("/synchronization/causes");
        button("Retry all : Unknown customer group").click();
        assertThat(page.locator("h1")).hasText("Retry 4 operations");
        assertThat(page.locator("main")).containsText("0 will succeed");
        assertThat(page.locator("main")).containsText("4 will fail");
        assertThat(page.locator("main")).containsText("4 will fail: ");

        changeTheGroup();
        assertThat(page.locator("main")).containsText("4 will succeed");
        page.getByLabel("Max. operations per second").fill("1");
        button("Change and retry 4").click();
        assertThat(page.locator("#progress")).containsText("In progress");
        assertThat(page.locator("#progress")).containsText(Pattern.compile("[1-3] succeeded"));
        button("Stop").click();
        assertThat(page.locator("#progress h2")).hasText("Stopped");
        long left = work.number("select count(*) from open_operation where error_code = 'unknown-customer-group'");
        org.assertj.core.api.Assertions.assertThat(left).isBetween(1L, 3L);
    }

    @Test
    void repairsWhatItCanOfAllFailedOperations() {
        browser.signIn("operator");
        browser.open("/synchronization?status=FAILED");
        button("Retry all 5 matching").click();
        changeTheGroup();
        assertThat(page.locator("main")).containsText("4 will succeed");
        assertThat(page.locator("main")).containsText("1 will fail");
        assertThat(page.locator("main")).containsText("1 will fail: A person requires a first or last name");
        button("Change and retry 5").click();
        assertThat(page.locator("#progress h2")).hasText("Completed");
        assertThat(page.locator("#progress")).containsText("5 of 5");
        assertThat(page.locator("#progress")).containsText("4 succeeded");
        assertThat(page.locator("#progress")).containsText("1 failed");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("View failures"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void previewsDuplicatesAndDecidesAboutAllOfThem() {
        demo.possibleDuplicate();
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        browser.signIn("operator");
        browser.open("/synchronization?errorCode=possible-duplicate");
        button("Retry all").click();
        assertThat(page.locator("main")).containsText("0 will succeed");
        assertThat(page.locator("main")).containsText("1 will fail: Possible duplicate of C-");

        page.getByLabel("Possible duplicates").selectOption("MERGE");
        button("Update preview").click();
        assertThat(page.locator("main")).containsText("1 will fail: Not exactly one customer matches");

        long customers = work.count("customer");
        page.getByLabel("Possible duplicates").selectOption("CREATE");
        button("Update preview").click();
        assertThat(page.locator("main")).containsText("1 will succeed");
        org.assertj.core.api.Assertions.assertThat(work.count("customer")).isEqualTo(customers);

        button("Change and retry 1").click();
        assertThat(page.locator("#progress h2")).hasText("Completed");
        assertThat(page.locator("#progress")).containsText("1 succeeded");
        org.assertj.core.api.Assertions.assertThat(work.count("customer")).isEqualTo(customers + 1);
    }

    @Test
    void explainsAResultThatThePreviewDidNotExpect() {
        browser.signIn("operator");
        browser.open("/synchronization/causes");
        button("Retry all : Unknown customer group").click();
        changeTheGroup();
        assertThat(page.locator("main")).containsText("4 will succeed");
        work.jdbcUpdate("delete from customer_group where name = 'RETAIL'");
        button("Change and retry 4").click();
        assertThat(page.locator("#progress h2")).hasText("Completed");
        assertThat(page.locator("#progress")).containsText("4 failed: Customer group “RETAIL” doesn’t exist.");
        assertThat(page.locator("#progress .note.warn")).containsText("The preview expected 0 to fail, but 4 failed");
    }

    private void changeTheGroup() {
        page.getByLabel("Field", new Page.GetByLabelOptions().setExact(true)).selectOption("customerGroup");
        page.getByLabel("New value").fill("RETAIL");
        button("Update preview").click();
    }
}
