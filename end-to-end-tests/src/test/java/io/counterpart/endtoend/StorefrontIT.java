package io.counterpart.endtoend;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A person signs up at the storefront and uses the account, with a real sign-in by OpenID Connect. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StorefrontIT extends StorefrontFixture {

    @Test
    void aConfirmedEmailLinksTheCustomerThatTheShopKnows() throws IOException {
        UUID inStore = customerOfTheShop();
        shop.register(email, "Ann", name);
        shop.confirm(email);
        shop.page().getByLabel("I agree to receive").check();

        assertThat(shop.create()).isEqualTo(inStore);
        assertThat(hasNoSignIn(inStore)).isFalse();
        assertThat(shop.section("profile")).containsText("+1 555 0142");
        assertThat(shop.section("consents").locator(".answer")).containsText("You agreed on");
    }

    @Test
    void signUpGivesAnAccountWithTheConsentThatWasGiven() throws IOException {
        shop.register(email, "Bea", name);
        shop.confirm(email);
        assertThat(shop.page().getByLabel("First name")).hasValue("Bea");
        assertThat(shop.page().getByLabel("I agree to receive")).not().isChecked();
        shop.page().getByLabel("I agree to receive").check();

        UUID bea = shop.create();

        assertThat(shop.notice()).containsText("Welcome!");
        JsonNode contact = stack.online()
                .get(bea.toString(), "contacts")
                .expect(200)
                .body()
                .path("contacts")
                .path(0);
        assertThat(contact.path("value").asString()).isEqualTo(email);
        assertThat(contact.path("marketingConsent").asBoolean()).isTrue();
        assertThat(contact.path("consentSource").asString()).isEqualTo("storefront sign-up");
        assertThat(contact.path("consentText").asString()).isEqualTo("marketing-1");
        accountNumberOf(stack.online(), bea);
        shop.button("Withdraw consent").click();
        assertThat(shop.notice()).containsText("Your consent is withdrawn.");
        assertThat(shop.section("consents").locator(".answer")).hasText("You have not agreed.");
    }

    @Test
    void aMandatoryFieldIsAskedFor() throws IOException {
        administration.mandatoryFieldsOnline("EMAIL", "MOBILE");
        shop.register(email, "Mia", name);
        shop.confirm(email);
        assertThat(shop.page().getByLabel("Mobile phone")).hasAttribute("aria-required", "true");

        shop.button("Create account").click();
        assertThat(shop.page().locator("#mobile-fault")).hasText("Enter a value.");
        assertThat(shop.page().getByLabel("Mobile phone")).isFocused();
        shop.page().getByLabel("Mobile phone").fill("+1 555 0143");
        UUID mia = shop.create();

        JsonNode stored = stack.online().get(mia.toString(), "").expect(200).body();
        assertThat(stored.path("mobile").asString()).isEqualTo("+1 555 0143");
        accountNumberOf(stack.online(), mia);
    }

    @Test
    void aMandatoryAddressIsAskedFor() throws IOException {
        administration.primaryAddressRequiredOnline(true);
        shop.register(email, "Mio", name);
        shop.confirm(email);

        shop.button("Create account").click();
        assertThat(shop.page().locator(".faults")).hasText("Enter your address.");
        shop.page().getByLabel("Country").fill("XXX");
        shop.button("Create account").click();
        assertThat(shop.page().locator("#country-fault")).hasText("Enter three letters, such as USA.");
        shop.page().getByLabel("Country").fill("USA");
        shop.page().getByLabel("City").fill("Seattle");
        UUID mio = shop.create();

        assertThat(shop.section("addresses")).containsText("Seattle, USA");
        assertThat(shop.section("addresses").locator(".tag")).hasText("Main address");
        accountNumberOf(stack.online(), mio);
    }

    @Test
    void pendingSyncBecomesTheNumberWithoutAReload() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        shop.register(email, "Carl", name);
        shop.confirm(email);

        UUID carl = shop.create();
        shop.page().evaluate("window.notReloaded = true");
        assertThat(shop.section("number")).containsText("Pending sync");
        administration.release(AdministrationFixture.SYNCHRONIZE);

        assertThat(shop.section("number")).containsText(accountNumberOf(stack.online(), carl));
        assertThat(shop.notice()).hasText("Your customer number has arrived.");
        assertThat(shop.page().evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(customersAtHq(carl)).isOne();
    }

    @Test
    void theCustomerEditsItsDataAndAddresses() throws IOException {
        UUID dina = signUp("Dina");
        accountNumberOf(stack.online(), dina);

        shop.button("Edit your data").click();
        shop.page().getByLabel("Phone").fill("no digits");
        shop.button("Save").click();
        assertThat(shop.section("profile")).containsText("Enter a phone number with digits.");
        shop.page().getByLabel("Phone").fill("+1 555 0199");
        shop.button("Save").click();
        assertThat(shop.notice()).hasText("Your change is saved.");
        shop.button("Add address").click();
        shop.page().getByLabel("Street").fill("1 Pier Road");
        shop.page().getByLabel("City").fill("Seattle");
        shop.button("Save").click();

        assertThat(shop.section("addresses").locator("li")).hasCount(1);
        JsonNode stored =
                stack.online().get(dina.toString(), "addresses").expect(200).body();
        assertThat(stored.path("phone").asString()).isEqualTo("+1 555 0199");
        assertThat(stored.path("addresses").path(0).path("street").asString()).isEqualTo("1 Pier Road");
        eventually()
                .until(() -> databases.count(
                                "hq",
                                "select count(*) from customer where async_customer_id = ? and phone = '+1 555 0199'",
                                dina)
                        == 1);
    }

    @Test
    void theExportHasTheOwnData() {
        signUp("Ida");

        var download = shop.page()
                .waitForDownload(() -> shop.button("Download your data").click());

        assertThat(download.path()).content().contains(email, name).doesNotContain("capabilities", "\"version\"");
    }
}
