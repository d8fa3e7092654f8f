package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Statistics in the browser: charts with their values, ranges, and the ways from a store to its lists. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StatisticsBrowserTests extends BrowserWalkthrough {

    @BeforeEach
    void twoDays() {
        work.jdbcUpdate("""
                insert into statistics_sample (length, channel_database, at, staged, applied, failed, latency_p50,
                  latency_p95, latency_p99, open_operations, failed_operations, pending_customers)
                select length, database, date_bin(period, now(), timestamptz 'epoch') - n * period,
                  100 + n * 7 % 50, 98 + n * 7 % 50, n % 4, 0.4 + n % 3, 1 + n % 5, 2 + n % 9, n % 12, 3, n % 20
                from (values ('MINUTE', interval '1 minute'), ('QUARTER_HOUR', interval '15 minutes'),
                  ('HOUR', interval '1 hour'), ('SIX_HOURS', interval '6 hours')) as it (length, period)
                cross join generate_series(1, 168) as n
                cross join unnest(array['', 'harbor', 'online']) as database
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280, 1920})
    void showsTheChartsAndTheirValues(int width) {
        browser.signIn("viewer");
        browser.look(width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT);
        browser.open("/statistics?range=hour");
        assertThat(page.locator("svg.chart")).hasCount(4);
        assertThat(page.getByRole(AriaRole.IMG, named("Throughput, operations per minute")))
                .isVisible();
        assertFits(width);

        page.locator(".charts summary").first().click();
        assertThat(page.locator(".charts table").first().locator("tbody tr").first())
                .isVisible();
        assertFits(width);
        org.assertj.core.api.Assertions.assertThat(
                        new AxeBuilder(page).analyze().getViolations())
                .isEmpty();
    }

    @Test
    void labelsTheAxesInTheTimeOfTheBrowser() {
        browser.signIn("viewer");
        browser.open("/statistics?range=hour");

        Locator label =
                page.locator("svg.chart").first().locator("[data-axis-time]").first();
        String local = (String) page.evaluate("""
                new Date(document.querySelector('[data-axis-time]').dataset.axisTime)
                  .toLocaleString(undefined, { hour: 'numeric', minute: '2-digit' })
                """);
        assertThat(label).hasText(local);
        assertThat(page.locator("[data-utc-note]")).isHidden();
    }

    @Test
    void keepsTheSelectionAndLeadsToTheListsOfAStore() {
        browser.signIn("viewer");
        browser.open("/");
        page.locator(".side")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Statistics"))
                .click();
        page.getByRole(AriaRole.LINK, named("Week")).click();
        page.getByLabel("Channel database").selectOption("harbor");
        button("Filter").click();

        assertThat(page).hasURL(Pattern.compile(".*range=week&channelDatabase=harbor"));
        assertThat(page.locator(".tabs a[aria-current]")).hasText("Week");
        assertThat(page.locator("#channelDatabase")).hasValue("harbor");
        page.getByRole(AriaRole.LINK, named("3 : Failed operations, harbor")).click();
        assertThat(page).hasURL(Pattern.compile(".*/synchronization\\?status=FAILED&channelDatabase=harbor"));
        assertThat(page.locator("h1")).isVisible();
    }

    private void assertFits(int width) {
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("width %d", width)
                .isEqualTo(true);
    }
}
