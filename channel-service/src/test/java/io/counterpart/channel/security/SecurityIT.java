package io.counterpart.channel.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityIT extends ChannelServiceContext {

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    void refusesWhoBringsNoTokenOrAnUnknownOne(String token) {
        Response answer = harbor.with(token).post(CUSTOMERS, "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("type")).isEqualTo("/problems/unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/validation", "/v3/api-docs", "/docs"})
    void servesTheApiDescriptionWithoutAuthentication(String path) {
        assertThat(harbor.with("").get(path).status()).isIn(200, 302);
    }

    @Test
    void explainsEveryProblemOnAPage() {
        Response page = harbor.with("").get("/problems/customer-pending-sync");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("What to do", "account number");
        assertThat(harbor.with("").get("/problems/nonsense").status()).isEqualTo(404);
    }

    @Test
    void describesTheApiInOpenApi() {
        String document = harbor.with("").get("/v3/api-docs").body();

        assertThat(document).contains("\"openapi\":\"3.1", "/api/v1/customers/search", "/api/v1/configuration");
    }
}
