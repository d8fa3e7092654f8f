package io.counterpart.endtoend;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
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

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
