package io.counterpart.channel.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.EventStreamClient;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SecurityIT extends ChannelServiceContext {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    void refusesWhoBringsNoTokenOrAnUnknownOne(String token) {
        Response answer = harbor.with(token).post(CUSTOMERS, "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("type")).isEqualTo("/problems/unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().has("wipe")).isFalse();
    }

    @Test
    void ordersNoTillToDeleteItsDataBecauseItsTokenExpired() {
        token("token-of-yesterday");
        jdbc.update(
                "update device_token set expires_at = now() - interval '1 day' where sha256 = ?",
                Sha256.hex("token-of-yesterday"));

        Response answer = harbor.with("token-of-yesterday").get("/api/v1/customers/changes");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().has("wipe")).isFalse();
    }

    @Test
    void ordersNoTillToDeleteItsDataBecauseItsTokenIsMissingIn1070() {
        String channel = "S" + UUID.randomUUID().toString().substring(0, 8);
        ApiClient till = harbor.with("till-of-" + channel);
        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true, "till-of-" + channel));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> till.get("/api/v1/configuration").status() == 200);

        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> till.get("/api/v1/configuration").status() == 401);
        assertThat(till.get("/api/v1/customers/changes").json().has("wipe")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/validation", "/v3/api-docs", "/docs"})
    void servesTheApiDescriptionWithoutAuthentication(String path) {
        assertThat(harbor.with("").get(path).status()).isIn(200, 302);
    }

    @Test
    void showsABrowserWhatThisServiceIs() {
        Response page = harbor.with("").get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("Channel service", "href=\"/docs\"");
        assertThat(harbor.with("").get("/favicon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(harbor.with("").get("/robots.txt").status()).isEqualTo(200);
    }

    @Test
    void refusesDemoTokensOutsideTheProfileLocal() {
        token("local-pos-harbor");

        assertThat(harbor.with("local-pos-harbor").get(CUSTOMERS + "?limit=1").status())
                .isEqualTo(401);
    }

    @Test
    void forgetsATokenThatHqRevokedWithin3SecondsAndEndsItsEventStreams(CapturedOutput output) throws IOException {
        token("token-of-a-thief");
        ApiClient thief = harbor.with("token-of-a-thief");
        assertThat(thief.get("/api/v1/configuration").status()).isEqualTo(200);
        try (var stream = EventStreamClient.open(port, "token-of-a-thief", null)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);

            HQ.publish(
                    Topics.CONTROL,
                    CHANNEL_DATABASE,
                    JobCommand.revokeToken(CHANNEL_DATABASE, Sha256.hex("token-of-a-thief"), Instant.now()));

            await().atMost(Duration.ofSeconds(3))
                    .until(() -> thief.get("/api/v1/configuration").status() == 401 && stream.hasEnded());
        }
        assertThat(harbor.get("/api/v1/configuration").status()).isEqualTo(200);
        assertThat(output).contains("event=token-revoked device=HARBOR/");
        Response revoked = thief.get("/api/v1/customers/changes");
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.text("type")).isEqualTo("/problems/unauthorized");
        assertThat(revoked.json().path("wipe").asBoolean()).isTrue();
    }

    @Test
    void countsRefusedRequestsInTheSecurityEventLog(CapturedOutput output) {
        Object refusals = context.getBean("refusalCounter");
        ReflectionTestUtils.invokeMethod(refusals, "write");
        for (int i = 0; i < 20; i++) {
            assertThat(harbor.with("token-of-nobody")
                            .get("/api/v1/configuration")
                            .status())
                    .isEqualTo(401);
        }
        await().untilAsserted(() -> {
            ReflectionTestUtils.invokeMethod(refusals, "write");
            assertThat(output).contains("event=requests-refused status=401 address=127.0.0.1 count=");
        });
        assertThat(output).doesNotContain("token-of-nobody");
    }

    @Test
    void limitsNoCallerThatSendsTwoThousandQuickRequests() {
        token("token-of-a-busy-till");
        ApiClient busy = harbor.with("token-of-a-busy-till");

        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .mapToObj(i -> busy.get("/api/v1/configuration").status()))
                .containsOnly(200);
    }

    private void token(String token) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', ?, 'TILL')",
                Sha256.hex(token),
                token);
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
