package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

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

/** The pages of alerts in the browser: destinations and their secrets, alerts with their messages, and the settings. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlertBrowserTests extends BrowserWalkthrough {

    private static final String URL = "http://127.0.0.1:9/alerts";

    @BeforeEach
    void alertsWithMessages() {
        work.jdbcUpdate("truncate alert, alert_delivery, alert_destination");
        work.jdbcUpdate("""
                insert into alert (rule, subject, level, title, explanation, page, since, fired_at, recovered_at, notified_at)
                values ('NOT_RESPONDING', 'harbor', 'warn', 'Channel database “harbor” is not responding',
                    'Last heartbeat 6 min ago.', '/sessions?channelDatabase=harbor', now() - interval '1 hour',
                    now() - interval '55 minutes', null, now() - interval '55 minutes'),
                  ('DEAD_LETTERS', '', 'bad', '3 unreadable messages', null, '/dead-letters', now() - interval '1 day',
                    now() - interval '1 day', now() - interval '20 hours', now() - interval '1 day')
                """);
        work.jdbcUpdate("""
                insert into alert_delivery (id, alert_id, address, kind, message, status, created_at, attempts,
                  next_attempt_at, last_error, finished_at)
                select gen_random_uuid(), id, 'https://alerts.example/' || repeat('in', 60), 'FIRED', '{}',
                  case when recovered_at is null then 'PENDING' else 'GIVEN_UP' end, now(), 3, now() + interval '1 hour',
                  'HTTP 503', recovered_at
                from alert
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280})
    void showsWhatFiresAndWhatBecameOfItsMessages(int width) {
        browser.signIn("admin");
        browser.look(width, ColorScheme.DARK);
        browser.open("/administration/alerts");

        Locator firing = page.locator("section").filter(new Locator.FilterOptions().setHasText("Firing now"));
        assertThat(firing).containsText("is not responding");
        assertThat(firing).containsText("Channel database not responding");
        firing.locator("summary").first().click();
        assertThat(firing).containsText("HTTP 503");
        assertThat(firing).containsText("3 attempts");
        assertThat(page.locator("section").filter(new Locator.FilterOptions().setHasText("Past alerts")))
                .containsText("3 unreadable messages");
        assertFitsAndIsAccessible(width);
    }

    @Test
    void showsTheSecretOfAWebhookOnceAndReplacesIt() {
        browser.signIn("admin");
        browser.open("/administration/alerts");
        page.getByLabel("Type").selectOption("WEBHOOK");
        page.getByLabel("Email address or URL").fill(URL);
        button("Add destination").click();
        assertThat(page.locator(".note.ok").first()).isVisible();
        String secret = page.locator("#new-secret").textContent();
        org.assertj.core.api.Assertions.assertThat(secret).hasSizeGreaterThan(40);

        button("Send test message").click();
        assertThat(page.locator(".note.ok").first()).containsText("sent within a few seconds");
        assertThat(page.locator("#new-secret")).hasCount(0);
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(URL)))
                .containsText("Pending");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Replace secret"))
                .click();
        page.locator("button.tiny:has-text('Replace secret')").click();
        assertThat(page.locator("#new-secret")).isVisible();
        assertThat(page.locator("#new-secret")).not().hasText(secret);

        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Remove"))
                .click();
        page.locator("button.danger").click();
        assertThat(page.locator("main")).containsText("No destinations yet");
    }

    @Test
    void saysWhyAnAddressIsRefusedAndKeepsIt() {
        browser.signIn("admin");
        browser.open("/administration/alerts");
        page.getByLabel("Email address or URL").fill("nobody");
        button("Add destination").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Must be an email address");
        assertThat(page.getByLabel("Email address or URL")).hasValue("nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void savesTheSettings(int width) {
        browser.signIn("admin");
        browser.look(width, ColorScheme.LIGHT);
        browser.open("/administration/alerts/settings");
        assertFitsAndIsAccessible(width);
        page.locator("#from").fill("22:00");
        page.locator("#to").fill("06:30");
        page.getByLabel("Time zone").fill("Nowhere/Land");
        page.getByLabel("Saturday").uncheck();
        page.getByLabel("Job on hold: on").uncheck();
        page.getByLabel("Dead letters: threshold").fill("5");
        page.getByLabel("Dead letters: also in quiet hours").check();
        button("Save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Must be a time zone");
        assertThat(page.getByLabel("Dead letters: threshold")).hasValue("5");
        assertThat(page.getByLabel("Job on hold: on")).not().isChecked();
        page.getByLabel("Time zone").fill("Europe/Berlin");
        button("Save").click();
        assertThat(page.locator(".note.ok")).containsText("Saved.");

        browser.open("/administration/alerts/settings");
        assertThat(page.locator("#from")).hasValue("22:00");
        assertThat(page.getByLabel("Time zone")).hasValue("Europe/Berlin");
        assertThat(page.getByLabel("Saturday")).not().isChecked();
        assertThat(page.getByLabel("Sunday")).isChecked();
        assertThat(page.getByLabel("Job on hold: on")).not().isChecked();
        assertThat(page.getByLabel("Dead letters: threshold")).hasValue("5");
        assertThat(page.getByLabel("Dead letters: also in quiet hours")).isChecked();
        org.assertj.core.api.Assertions.assertThat(
                        work.number("select count(*) from audit_entry where subject = 'alert-settings'"))
                .isEqualTo(1);
        work.jdbcUpdate("update alert_settings set settings = '{}'");
    }

    @Test
    void isForAdministratorsOnly() {
        browser.signIn("operator");
        browser.open("/");
        assertThat(page.locator(".side a[href='/administration/alerts']")).hasCount(0);
        browser.open("/administration/alerts");
        org.assertj.core.api.Assertions.assertThat(browser.status()).isEqualTo(403);
    }

    private void assertFitsAndIsAccessible(int width) {
        org.assertj.core.api.Assertions.assertThat(
                        ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(width);
        org.assertj.core.api.Assertions.assertThat(
                        new AxeBuilder(page).include(List.of("main")).analyze().getViolations())
                .isEmpty();
    }
}
