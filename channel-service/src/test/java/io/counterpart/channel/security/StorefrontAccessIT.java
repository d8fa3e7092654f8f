package io.counterpart.channel.security;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a storefront may do is decided at HQ and arrives with job 1070. */
class StorefrontAccessIT extends ChannelServiceContext {

    private final String channel = "SF" + UUID.randomUUID().toString().substring(0, 8);
    private String id = "";

    @BeforeEach
    void makeTheCustomer() {
        id = harbor.post(CUSTOMERS, "{\"lastName\": \"Stranger\"}").text("asyncCustomerId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /customers/search",
                "POST /customers/possible-duplicates",
                "GET /customers/changes",
                "POST /customers",
                "PUT /customers/{id}",
                "GET /customers/{id}",
                "PATCH /customers/{id}",
                "POST /customers/{id}/addresses",
                "DELETE /customers/{id}/contacts/{id}",
                "PUT /customers/{id}/attributes",
                "POST /customers/{id}/loyalty-cards",
                "GET /customers/{id}/loyalty-cards",
                "POST /customers/{id}/notes",
                "POST /customer-orders",
                "GET /customer-orders/{id}",
                "POST /customer-orders/{id}/cancellation",
                "POST /offline-uploads",
                "GET /events",
                "POST /session",
            })
    void aStorefrontThatSignsInOnlyReachesNoCustomer(String endpoint) {
        ApiClient signInOnly = storefront(StorefrontAccess.SIGN_IN_ONLY);
        String[] parts = endpoint.split(" ", 2);

        Response answer = signInOnly.send(
                parts[0],
                "/api/v1" + parts[1].replace("{id}", id),
                "application/json",
                ("GET".equals(parts[0]) ? "" : "{}").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("/problems/forbidden");
        assertThat(answer.text("detail")).contains("customerToken", "headquarters");
    }

    @Test
    void aStorefrontThatSignsInOnlyServesItsSignedInCustomers() {
        ApiClient signInOnly = storefront(StorefrontAccess.SIGN_IN_ONLY);

        Response signedIn = signInOnly.post("/api/v1/sign-ins", """
                {"externalIdentity": {"issuer": "i", "subject": "%s"}, "customer": {"lastName": "Signer"}}
                """.formatted(UUID.randomUUID()));
        ApiClient customer = harbor.with(signedIn.text("customerToken"));

        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(201);
        assertThat(customer.get(CUSTOMERS + "/" + signedIn.text("asyncCustomerId"))
                        .status())
                .isEqualTo(200);
        assertThat(customer.get(CUSTOMERS + "/" + id).status()).isEqualTo(404);
        assertThat(signInOnly.get("/api/v1/configuration").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyOtherStorefrontReachesEveryCustomer(boolean stated) {
        ApiClient full = storefront(stated ? StorefrontAccess.FULL : null);

        assertThat(full.get(CUSTOMERS + "/" + id).status()).isEqualTo(200);
        assertThat(full.post(CUSTOMERS + "/search", "{\"query\": \"Stranger\"}").status())
                .isEqualTo(200);
    }

    @Test
    void theSettingChangesWithTheNextConfiguration() {
        ApiClient storefront = storefront(StorefrontAccess.FULL);
        assertThat(storefront.get(CUSTOMERS + "/" + id).status()).isEqualTo(200);

        configure(StorefrontAccess.SIGN_IN_ONLY);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> storefront.get(CUSTOMERS + "/" + id).status() == 403);
    }

    private ApiClient storefront(@Nullable StorefrontAccess access) {
        configure(access);
        ApiClient client = harbor.with(token());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get("/api/v1/configuration").status() == 200);
        return client;
    }

    private String token() {
        return "shop-of-" + channel;
    }

    private void configure(@Nullable StorefrontAccess access) {
        ChannelConfiguration plain = HqConfigurations.channel(channel, CHANNEL_DATABASE, true);
        HQ.configure(new ChannelConfiguration(
                plain.schemaVersion(),
                plain.version(),
                plain.channel(),
                plain.name(),
                plain.type(),
                plain.channelDatabase(),
                plain.functionalityProfile(),
                plain.defaultCustomer(),
                plain.operatingUnit(),
                plain.filterSharedCustomerDataTables(),
                List.of(new ChannelToken(Sha256.hex(token()), "shop", TokenRole.STOREFRONT, null, access)),
                plain.clerks()));
    }
}
