package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who can read what a till in a browser has stored. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillSecurityIT extends Scenario {

    private final String name = "T" + Long.toString(System.nanoTime(), 36);

    @SuppressWarnings("NullAway.Init") // created before each test
    private TillPage till;

    @BeforeEach
    void create() {
        till = new TillPage(stack.addresses().channel("harbor"));
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void theTokenIsNotInTheAddressAndNotInTheStorageOfThePage() {
        till.open(DemoTokens.POS_HARBOR);

        assertThat(till.page().url()).doesNotContain("token", DemoTokens.POS_HARBOR);
        assertThat(String.valueOf(
                        till.page().evaluate("JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie")))
                .doesNotContain(DemoTokens.POS_HARBOR, "counterpart-session");
    }

    @Test
    void aClerkSignsInOfflineWithThePinOnly() {
        till.open(DemoTokens.POS_HARBOR).installed();
        till.offline(true);
        till.page().keyboard().press("F9");

        till.enter("Robin Reyes", "9999");
        assertThat(till.page().locator("#pin-fault")).containsText("The PIN is wrong");
        till.enter("Kim Ito", DemoTokens.PIN_OF_KIM);
        assertThat(till.page().locator("#pin-fault")).containsText("Sign in once while it is online");
        till.signIn("Robin Reyes", DemoTokens.PIN_OF_ROBIN);
    }

    @Test
    void nothingThatIsStoredCanBeReadWithoutTheClerk() {
        till.open(DemoTokens.POS_HARBOR).installed();
        till.offline(true);
        till.create("Ann", name);
        assertThat(till.page().url() + till.page().title()).doesNotContain(name);

        assertThat(till.storage().text())
                .contains("HARBOR")
                .doesNotContain(name, DemoTokens.POS_HARBOR, DemoTokens.PIN_OF_ROBIN + '"');
    }

    @Test
    void aRevokedTokenDeletesEverything() throws IOException {
        var device = stack.hq()
                .http()
                .post("/api/v1/devices", Map.of("device", name, "role", "TILL", "channel", "HARBOR"))
                .expect(201);
        String token = device.text("token").orElseThrow();
        eventually()
                .until(() -> new ChannelClient(stack.addresses().channel("harbor"), token)
                                .configuration()
                                .status()
                        == 200);
        till.open(token);
        till.create("Ann", name);

        stack.hq()
                .http()
                .send("DELETE", "/api/v1/devices/" + device.text("id").orElseThrow(), null, Map.of())
                .expect(200, 204);

        assertThat(till.page().getByText("Headquarters has revoked the token")).isVisible();
        assertThat(till.storage().count("customers")).isZero();
    }
}
