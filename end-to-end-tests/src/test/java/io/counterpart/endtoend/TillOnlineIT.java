package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The till in a browser while the channel service answers. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillOnlineIT extends Scenario {

    private final String name = "T" + Long.toString(System.nanoTime(), 36);
    private final AdministrationFixture administration = new AdministrationFixture(stack);

    @SuppressWarnings("NullAway.Init") // created before each test
    private TillPage till;

    @BeforeEach
    void openTheTill() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        administration.featureEverywhere("multiple-emails-and-phones", true);
        till = new TillPage(stack.addresses().channel("harbor")).open(DemoTokens.POS_HARBOR);
    }

    @AfterEach
    void close() throws IOException {
        till.close();
        administration.close();
    }

    @Test
    void pendingSyncBecomesTheAccountNumberWithoutAReload() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        till.page().evaluate("window.notReloaded = true");

        UUID ann = till.create("Ann", name);
        assertThat(till.number()).containsText("Pending sync");
        assertThat(till.button("Issue loyalty card")).hasAttribute("aria-disabled", "true");
        administration.release(AdministrationFixture.SYNCHRONIZE);

        String number = accountNumberOf(stack.harbor(), ann);
        assertThat(till.number()).containsText(number);
        assertThat(till.button("Issue loyalty card")).hasAttribute("aria-disabled", "false");
        assertThat(till.page().evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(customersAtHq(ann)).isOne();
    }

    @Test
    void oneSaveStoresTheWholeCustomer() throws IOException {
        till.find("Bea " + name);
        assertThat(till.page().locator(".results .create")).isVisible();
        till.page().keyboard().press("F2");
        Locator form = till.dialog();
        assertThat(form.getByLabel("First name")).hasValue("Bea");
        assertThat(form.getByLabel("Last name")).hasValue(name);
        form.getByLabel("Email", exactly()).fill(name + "@example.com");
        form.locator("summary").first().click();
        form.getByLabel("Street").fill("1 Pier Road");
        form.getByLabel("ZIP code").fill("98101");
        form.locator("summary", new Locator.LocatorOptions().setHasText("Further emails"))
                .click();
        form.getByText("Add email or phone").click();
        form.getByLabel("Email or phone").fill("+1 555 0177");
        form.getByLabel("Allows marketing").check();
        till.save("Create customer");

        assertThat(till.page().locator("main h1")).hasText("Bea " + name);
        JsonNode stored = stack.harbor()
                .get(till.shownCustomer().toString(), "addresses", "contacts")
                .expect(200)
                .body();
        assertThat(stored.path("email").asString()).isEqualTo(name + "@example.com");
        assertThat(stored.path("addresses").path(0).path("street").asString()).isEqualTo("1 Pier Road");
        assertThat(stored.path("contacts").path(0).path("marketingConsent").asBoolean())
                .isTrue();
        assertThat(till.waiting()).isZero();
    }

    @Test
    void aNoteAndFurtherFieldsAreOnTheCard() throws IOException {
        UUID dora = till.create("Dora", name);
        till.button("Edit customer").click();
        till.dialog().getByLabel("Mobile").fill("+1 555 0188");
        till.dialog().getByLabel("VAT number").fill("none");
        till.dialog().getByLabel("No personalization").check();
        till.page().keyboard().press("Enter");
        assertThat(till.dialog()).containsText("Enter a VAT number with digits.");
        till.dialog().getByLabel("VAT number").fill("DE 123456789");
        till.save("Save");
        till.button("Add note").click();
        till.dialog().getByLabel("Note").fill("Prefers to be called\nin the evening.");
        till.save("Save");

        assertThat(till.page().locator("main .note")).hasText("Prefers to be called in the evening.");
        assertThat(till.page().locator("main")).containsText("+1 555 0188");
        JsonNode stored =
                stack.harbor().get(dora.toString(), "timeline").expect(200).body();
        assertThat(stored.path("mobile").asString()).isEqualTo("+1 555 0188");
        assertThat(stored.path("optOutPersonalization").asBoolean()).isTrue();
        assertThat(stored.path("timeline").path("notes").path(0).path("clerk").asString())
                .isEqualTo("Robin Reyes");
        assertThat(till.waiting()).isZero();
    }

    @Test
    void whatTheServiceWouldRefuseIsRefusedInTheForm() {
        till.page().keyboard().press("F2");
        till.dialog().getByLabel("Email", exactly()).fill("not an email");
        till.page().keyboard().press("Enter");

        assertThat(till.dialog()).containsText("Enter a name.");
        assertThat(till.dialog()).containsText("Enter an email address");
        assertThat(till.dialog().getByLabel("Last name")).isFocused();
        assertThat(till.waiting()).isZero();
    }

    @Test
    void aCustomerThatExistsIsUsedInsteadOfATwin() throws IOException {
        String email = name + "@example.com";
        var carl = stack.harbor()
                .create(java.util.Map.of("firstName", "Carl", "lastName", name, "email", email))
                .expect(201);

        till.page().keyboard().press("F2");
        till.dialog().getByLabel("Email", exactly()).fill(email);
        till.dialog().getByText("Use this customer").click();

        assertThat(till.page().locator("main h1")).hasText("Carl " + name);
        assertThat(till.shownCustomer().toString())
                .isEqualTo(carl.text("asyncCustomerId").orElseThrow());
    }

    @Test
    void aFullStorageIsSaidAndNothingIsHalfStored() {
        till.page().keyboard().press("F2");
        till.dialog().getByLabel("Last name").fill(name);
        till.storage().full(true);
        till.page().keyboard().press("Enter");

        assertThat(till.dialog()).containsText("The storage of this till is full, and nothing was stored.");
        assertThat(till.waiting()).isZero();

        till.storage().full(false);
        till.save("Create customer");
        assertThat(till.number()).isVisible();
    }

    @Test
    void aWrongClockIsSaidAndLosesNothing() {
        till.page()
                .clock()
                .setSystemTime(System.currentTimeMillis() + Duration.ofDays(1).toMillis());
        till.status();
        till.button("Check").click();

        assertThat(till.page().locator(".banners")).containsText("The clock of this till is wrong");
        UUID ann = till.create("Ann", name);
        accountNumberOf(stack.harbor(), ann);
        assertThat(till.waiting()).isZero();
    }

    @Test
    void theSearchSaysWhyItFoundACustomer() throws IOException {
        stack.harbor()
                .create(java.util.Map.of(
                        "firstName",
                        "Dina",
                        "lastName",
                        name,
                        "contacts",
                        java.util.List.of(java.util.Map.of("type", "EMAIL", "value", name + ".work@example.com"))))
                .expect(201);

        till.find(name + ".work@example.com");

        assertThat(till.results()).hasCount(1);
        assertThat(till.results()).containsText("Found by further email");
    }

    @Test
    void aCustomerIsCreatedByKeyboardWithFewKeys() {
        var keyboard = till.page().keyboard();
        keyboard.press("F2");
        keyboard.type("Eve");
        keyboard.press("Tab");
        keyboard.type(name);
        keyboard.press("Enter");

        assertThat(till.page().locator("main h1")).hasText("Eve " + name);
        assertThat(till.page().locator("main h1")).isFocused();
        keyboard.press("F4");
        assertThat(till.search()).isFocused();
        keyboard.type("Eve " + name);
        assertThat(till.results()).hasCount(1);
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        assertThat(till.page().locator("main h1")).hasText("Eve " + name);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
