package io.counterpart.endtoend;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The till asks for what the functionality profile of its channel requires, before it stores a customer. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillProfileIT extends Scenario {

    private final String name = "F" + Long.toString(System.nanoTime(), 36);
    private final AdministrationFixture administration = new AdministrationFixture(stack);

    @SuppressWarnings("NullAway.Init") // created before each test
    private TillPage till;

    @BeforeEach
    void openTheTill() throws IOException {
        administration.primaryAddressRequired(true);
        till = new TillPage(stack.addresses().channel("harbor")).open(DemoTokens.POS_HARBOR);
        till.installed();
    }

    @AfterEach
    void close() throws IOException {
        till.close();
        administration.close();
    }

    @Test
    void aRequiredAddressIsAskedForOffline() throws IOException {
        till.offline(true);
        till.page().keyboard().press("F2");
        assertThat(till.dialog()).containsText("This store requires an address.");
        till.dialog().getByLabel("Last name").fill(name);
        till.page().keyboard().press("Enter");

        assertThat(till.dialog()).containsText("Enter an address: this store requires one.");
        assertThat(till.dialog().getByLabel("Street", exactly())).isFocused();
        assertThat(till.waiting()).isZero();
        assertThat(till.accessibilityFaults()).isEmpty();
        till.dialog().getByLabel("Street", exactly()).fill("1 Pier Road");
        till.save("Create customer");
        UUID customer = till.shownCustomer();
        till.offline(false);

        accountNumberOf(stack.harbor(), customer);
        assertThat(databases.query(
                        "hq",
                        "select street || ' ' || is_primary from customer_address where async_customer_id = ?",
                        customer))
                .containsExactly("1 Pier Road true");
    }

    @Test
    void aHiddenSectionDisappearsWithoutAReload() throws IOException {
        till.page().evaluate("window.notReloaded = true");
        createWithAddress();
        assertThat(section("Loyalty cards")).isVisible();
        assertThat(till.button("Issue loyalty card")).isVisible();

        administration.tillSections("ADDRESSES", "TIMELINE");

        assertThat(section("Loyalty cards")).hasCount(0);
        assertThat(section("Affiliations")).hasCount(0);
        assertThat(till.button("Issue loyalty card")).hasCount(0);
        assertThat(section("Addresses")).isVisible();
        assertThat(section("Timeline")).isVisible();
        till.page().keyboard().press("F2");
        assertThat(till.dialog().getByLabel("Last name")).isVisible();
        assertThat(till.dialog().locator("summary"))
                .hasText(new String[] {"Address *", "Language, currency, receipts"});
        till.page().keyboard().press("Escape");

        administration.tillSections("AFFILIATIONS");

        assertThat(section("Affiliations")).isVisible();
        assertThat(section("Addresses")).hasCount(0);
        // The profile of this store requires an address, so that a new customer is asked for it all the same.
        till.page().keyboard().press("F2");
        assertThat(till.dialog()).containsText("This store requires an address.");
        assertThat(till.page().evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(till.accessibilityFaults()).isEmpty();
    }

    @Test
    void aMandatoryFieldIsAskedForBeforeAnythingIsSent() throws IOException {
        administration.mandatoryFields("EMAIL", "LANGUAGE");
        till.page().keyboard().press("F2");
        Locator email = till.dialog().getByLabel("Email *", exactly());
        assertThat(email).hasAttribute("aria-required", "true");
        // The default customer has a language.
        assertThat(till.dialog().getByLabel("Language *", exactly())).hasCount(0);
        var uploads = new AtomicInteger();
        till.page().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/offline-uploads")) {
                uploads.incrementAndGet();
            }
        });
        till.dialog().getByLabel("Last name").fill(name);
        till.dialog().getByLabel("Street", exactly()).fill("1 Pier Road");
        till.page().keyboard().press("Enter");

        assertThat(till.dialog()).containsText("Enter a value.");
        assertThat(email).isFocused();
        assertThat(till.waiting()).isZero();
        assertThat(uploads).hasValue(0);
        assertThat(till.accessibilityFaults()).isEmpty();
        email.fill(name + "@example.com");
        till.save("Create customer");

        accountNumberOf(stack.harbor(), till.shownCustomer());
        assertThat(uploads).hasPositiveValue();
    }

    private void createWithAddress() {
        till.page().keyboard().press("F2");
        till.dialog().getByLabel("Last name").fill(name);
        till.dialog().getByLabel("Street", exactly()).fill("1 Pier Road");
        till.save("Create customer");
        assertThat(till.page().locator("main h1")).hasText(name);
    }

    private Locator section(String title) {
        return till.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
