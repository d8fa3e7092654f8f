package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Dead letters in the browser: groups, plain causes, folded technical text, and actions for a whole group. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadLetterBrowserTests extends BrowserWalkthrough {

    private static final String PLAIN = "The database cannot store a value of the message";

    @BeforeEach
    void lettersWithStatementsAsTheirReason() {
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, key, value, reason, arrived_at)
                select 'cdx.p-0001', 0, n, gen_random_uuid()::text,
                  convert_to('{"channelDatabase": "harbor", "channel": "HARBOR", "kind": "CREATE_CUSTOMER"}', 'UTF8'),
                  'Unbearable: PreparedStatementCallback; SQL [insert into async_operation (' || repeat('operation_id,', 12)
                    || ') values (?, ?, ?)]; ERROR: value too long for type character varying(20)',
                  now() - n * interval '1 minute'
                from generate_series(1, 66) as n
                """);
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, key, reason, arrived_at)
                values ('cdx.1010', 0, 1, 'C-1', 'Unreadable: Not a whole customer snapshot', now())
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void showsOnePlainLineAndFoldsTheTechnicalText(int width) {
        browser.signIn("operator");
        browser.look(width, ColorScheme.LIGHT);
        browser.open("/dead-letters");
        Locator group = page.locator("tbody tr").first();
        assertThat(group).containsText(PLAIN);
        assertThat(group).containsText("66 open");
        assertThat(group).containsText("HARBOR");
        assertThat(page.locator("main")).not().containsText("PreparedStatement");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("cdx.1010")))
                .containsText("Cannot be retried");
        assertFits(width);

        link(group, PLAIN).click();
        assertThat(page.locator("h1")).hasText(PLAIN);
        assertThat(page.locator("tbody tr")).hasCount(50);
        Locator first = page.locator("tbody tr").first();
        assertVisible(first.locator(".tag"), width);
        assertThat(first.locator("pre")).not().isVisible();
        first.locator("summary").click();
        assertThat(first.locator("pre")).isVisible();
        assertThat(first.locator("pre")).containsText("PreparedStatementCallback; SQL [insert");
        assertVisible(first.locator(".tag"), width);
        assertFits(width);

        first.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("#why")).hasText(PLAIN);
        assertThat(page.locator("main details pre")).not().isVisible();
        assertFits(width);
    }

    @Test
    void keepsTheGroupAndTheStatusFromPageToPage() {
        browser.signIn("viewer");
        browser.open("/dead-letters?all=true");
        link(page.locator("tbody tr").first(), PLAIN).click();
        page.getByRole(AriaRole.LINK, named("Next page")).click();

        assertThat(page.locator("h1")).hasText(PLAIN);
        assertThat(page.locator("tbody tr")).hasCount(16);
        assertThat(page).hasURL(Pattern.compile(".*all=true.*"));
        assertThat(page.locator(".tabs a[aria-current]")).hasText("All");
        assertThat(page.getByRole(AriaRole.LINK, named("Retry all"))).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void discardsAGroupWithOneReasonAfterAPreview(int width) {
        browser.signIn("operator");
        browser.look(width, ColorScheme.DARK);
        browser.open("/dead-letters");
        page.getByRole(AriaRole.LINK, named("Discard all 66")).click();
        assertThat(page.locator("h1")).hasText("Discard 66 dead letters");
        assertThat(page.locator("main")).containsText(PLAIN);
        assertFits(width);
        page.getByLabel("Reason").fill("Sent by a test till");
        button("Discard 66").click();

        assertThat(page.locator(".note.ok")).containsText("66 dead letters discarded");
        assertThat(page.locator("main")).not().containsText(PLAIN);
        org.assertj.core.api.Assertions.assertThat(work.number("""
                select count(*) from dead_letter where status = 'DISCARDED' and settled_because = 'Sent by a test till'
                """)).isEqualTo(66);
    }

    @Test
    void saysWhatIsLeftWhenTheBrokerIsUnavailable() {
        browser.signIn("operator");
        browser.open("/dead-letters");
        page.getByRole(AriaRole.LINK, named("Retry all 66")).click();
        assertThat(page.locator("h1")).hasText("Retry 66 dead letters");
        page.getByLabel("Reason").fill("Column was widened");
        button("Retry 66").click();

        assertThat(page.locator("#progress h2")).hasText("Stopped");
        assertThat(page.locator("#progress")).containsText("0 of 66 requeued");
        assertThat(page.locator("#progress .note.warn")).containsText("Still open: 66");
        page.getByRole(AriaRole.LINK, named("View group")).click();
        assertThat(page.locator("tbody tr")).hasCount(50);
    }

    private static Locator link(Locator row, String words) {
        return row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
                .first();
    }

    private void assertVisible(Locator status, int width) {
        BoundingBox box = status.boundingBox();
        org.assertj.core.api.Assertions.assertThat(box.x).isNotNegative();
        org.assertj.core.api.Assertions.assertThat(box.x + box.width).isLessThanOrEqualTo(width);
    }

    private void assertFits(int width) {
        org.assertj.core.api.Assertions.assertThat(
                        ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(width);
    }
}
