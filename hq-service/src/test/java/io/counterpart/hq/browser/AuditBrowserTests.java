package io.counterpart.hq.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Filtering and exporting the audit log in the browser. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AuditBrowserTests extends BrowserWalkthrough {

    @Test
    void filtersAndExportsWhatIsShown() throws IOException {
        browser.signIn("viewer");
        browser.open("/administration/changes");
        page.getByLabel("User").selectOption("operator");
        page.getByLabel("Action").selectOption("Merged");
        button("Filter").click();

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("Merged");
        assertThat(page.getByLabel("Action")).hasValue("link");

        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Export as CSV")).click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("audit-log.csv");
        org.assertj.core.api.Assertions.assertThat(Files.readAllLines(download.path()))
                .hasSize(2)
                .last()
                .asString()
                .contains("operator", "link", "C-0000012");
    }

    @Test
    void reportsAReversedPeriodBesideTheFields() {
        browser.signIn("viewer");
        browser.open("/administration/changes");
        page.getByLabel("From").fill("2026-11-20");
        page.getByLabel("To", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill("2026-11-10");
        page.getByLabel("Subject").fill("policy");
        button("Filter").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Swap the dates");
        assertThat(page.getByLabel("From")).hasValue("2026-11-20");
        assertThat(page.getByLabel("From")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Subject")).hasValue("policy");
        assertThat(page.locator("table")).hasCount(0);
    }
}
