package io.counterpart.channel.storefront;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.counterpart.channel.ChannelServiceApplication;
import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The storefront without a signed-in person, and while the identity provider cannot be reached. */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=storefront",
            "counterpart.hq-url=http://127.0.0.1:9",
            // Nothing listens there: the service starts all the same.
            "counterpart.storefront.issuer=http://127.0.0.1:9",
            "counterpart.storefront.client-id=storefront",
            "counterpart.storefront.client-secret=secret",
            "counterpart.storefront.token=token-of-the-shop",
            "counterpart.storefront.address=https://shop.example.com",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "logging.level.org.apache.kafka=off",
            "management.server.port=0"
        })
@DirtiesContext
class StorefrontPageIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh("storefront");
    private static final String CUSTOMERS = "/api/v1/customers";

    @LocalServerPort
    private int port;

    private ApiClient anonymous = new ApiClient(0, "");

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", () -> TestDatabase.RUNTIME);
        registry.add("spring.datasource.password", () -> TestDatabase.ROLE_PASSWORD);
        registry.add("spring.flyway.user", () -> TestDatabase.OWNER);
        registry.add("spring.flyway.password", () -> TestDatabase.ROLE_PASSWORD);
    }

    @BeforeEach
    void withoutAToken() {
        anonymous = new ApiClient(port, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signup", "/account", "/storefront/app/main.js", "/storefront/messages/de.json"})
    void pagesNeedNoToken(String path) {
        Response page = anonymous.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.header("Set-Cookie")).isEmpty();
    }

    @Test
    void saysThatNobodyIsSignedIn() {
        Response session = anonymous.get("/storefront/session");

        assertThat(session.json().path("signedIn").asBoolean()).isFalse();
        assertThat(session.header("Cache-Control")).contains("no-store");
    }

    @Test
    void leadsBackWithAReasonIfTheIdentityProviderIsAway() {
        Response answer = anonymous.get("/storefront/sign-in/shop");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/signup?failed");
    }

    @Test
    void aCallbackThatNobodyBeganSignsNobodyIn() {
        Response answer = anonymous.get("/storefront/callback?code=stolen&state=guessed");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/signup?failed");
    }

    @Test
    void nobodySignsUpWithoutTheIdentityProvider() {
        String entry = "{\"firstName\": \"Ann\", \"lastName\": \"Lee\"}";

        assertThat(anonymous
                        .post("/storefront/sign-up", entry, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void otherPagesCanChangeNothing(String site) {
        Response signUp = anonymous.post("/storefront/sign-up", "{}", "Sec-Fetch-Site", site);
        Response signOut = anonymous.post("/storefront/sign-out", "", "Sec-Fetch-Site", site);

        assertThat(signUp.text("type")).isEqualTo("/problems/origin-not-allowed");
        assertThat(signOut.text("type")).isEqualTo("/problems/origin-not-allowed");
    }

    @Test
    void theApiNeedsASession() {
        Response answer = anonymous.get(
                CUSTOMERS + "/0198f3a0-0000-7000-8000-00000000a11e",
                "Counterpart-Session",
                "customer",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(answer.status()).isEqualTo(401);
    }
}
