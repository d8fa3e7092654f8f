package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a person at the storefront does not get: other customers, tokens, and anything before the email is confirmed. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StorefrontSecurityIT extends StorefrontFixture {

    @Test
    void anEmailThatIsNotConfirmedLinksAndCreatesNothing() throws IOException {
        UUID inStore = customerOfTheShop();

        shop.register(email, "Mallory", name);
        int refused = shop.status("POST", "storefront/sign-up", "{\"firstName\": \"Mallory\"}");

        assertThat(refused).isEqualTo(403);
        assertThat(shop.session().get("customer")).isNull();
        assertThat(databases.count("channel_online", "select count(*) from customer where email = ?", email))
                .isOne();
        assertThat(hasNoSignIn(inStore)).isTrue();
    }

    @Test
    void anotherPersonSeesAndChangesOnlyItself() throws IOException {
        UUID eve = signUp("Eve");
        try (var other = new StorefrontPage(stack)) {
            other.register("other." + email, "Finn", name);
            other.confirm("other." + email);
            UUID finn = other.create();

            assertThat(other.status("GET", "api/v1/customers/" + finn, "")).isEqualTo(200);
            assertThat(other.status("GET", "api/v1/customers/" + eve, "")).isEqualTo(404);
            assertThat(other.status("POST", "api/v1/customers/" + eve + "/addresses", "{\"city\": \"X\"}"))
                    .isEqualTo(404);
            assertThat(other.status("POST", "api/v1/customers/search", "{\"query\": \"" + name + "\"}"))
                    .isEqualTo(403);
            other.button("Sign out").click();
            assertThat(other.page().getByText("Sign in to see your account.")).isVisible();
            assertThat(other.status("GET", "api/v1/customers/" + finn, "")).isEqualTo(401);
        }
        assertThat(shop.status("GET", "api/v1/customers/" + eve, "")).isEqualTo(200);
    }

    @Test
    void noScriptCanReadTheSession() {
        signUp("Gus");

        List<Cookie> cookies =
                shop.context().cookies(stack.addresses().channel("online").toString());

        assertThat(cookies)
                .filteredOn(it -> it.name.equals("counterpart-account"))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.sameSite).hasToString("LAX");
                });
        assertThat(shop.page().evaluate("document.cookie")).isEqualTo("");
        assertThat(shop.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                .asString()
                .doesNotContain("customer.");
        assertThat(shop.session().toString()).doesNotContain("customer.", "token");
    }

    @Test
    void noAnswerTellsWhetherAnEmailHasAnAccount() {
        signUp("Hal");
        try (var stranger = new StorefrontPage(stack);
                var newcomer = new StorefrontPage(stack)) {
            stranger.fillRegistration(email, "Mallory", name);
            newcomer.fillRegistration("new." + email, "Mallory", name);

            assertThat(stranger.page().locator("main").innerText())
                    .isEqualTo(newcomer.page().locator("main").innerText());
        }
    }
}
