package io.counterpart.channel.origin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of another origin reaches the API if, and only if, the channel of its token lists the origin. */
class CrossOriginIT extends ChannelServiceContext {

    private static final String CONFIGURATION = "/api/v1/configuration";
    private static final String ORIGIN = "Origin";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    @ParameterizedTest
    @ValueSource(strings = {HARBOR_ORIGIN, STATION_ORIGIN})
    void answersAPreflightOfAnyListedOriginWithoutAToken(String origin) {
        Response answer =
                preflight(origin, "PATCH", "authorization,content-type,if-match,idempotency-key,last-event-id");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("authorization", "if-match", "idempotency-key", "last-event-id");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.response().headers().allValues("Vary")).contains(ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://till.example.com",
                "http://till.example.com:8443",
                "https://till.example.com:8443.evil.example",
                "https://evil.till.example.com:8443",
                "https://evil.example",
                "null",
                "*",
                "http://[",
            })
    void permitsNoOtherOrigin(String origin) {
        Response preflight = preflight(origin, "GET", "authorization");
        Response answer = harbor.get(CONFIGURATION, ORIGIN, origin);

        assertThat(preflight.header(ALLOW_ORIGIN)).isEmpty();
        assertThat(preflight.body()).isEmpty();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("/problems/origin-not-allowed");
        assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void theListIsThatOfTheChannelOfTheToken() {
        Response permitted = station.get(CONFIGURATION, ORIGIN, STATION_ORIGIN);
        Response refused = harbor.post(CUSTOMERS, "{\"lastName\": \"Foreign\"}", ORIGIN, STATION_ORIGIN);

        assertThat(permitted.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("/problems/origin-not-allowed");
        // The page can read why.
        assertThat(refused.header(ALLOW_ORIGIN)).isEqualTo(STATION_ORIGIN);
        assertThat(idOf("Foreign")).isEmpty();
    }

    @Test
    void aListedPageReadsTheHeadersItNeeds() {
        Response created = harbor.post(CUSTOMERS, "{\"lastName\": \"Page\"}", ORIGIN, HARBOR_ORIGIN);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header(ALLOW_ORIGIN)).isEqualTo(HARBOR_ORIGIN);
        assertThat(created.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Retry-After", "Idempotent-Replayed");
        assertThat(created.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aListedPageLearnsThatItsTokenIsInvalid() {
        Response answer = harbor.with("unknown").get(CONFIGURATION, ORIGIN, HARBOR_ORIGIN);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(HARBOR_ORIGIN);
    }

    @Test
    void pagesOfThisServiceAndCallersThatAreNoPagesNeedNoList() {
        Response behindAProxy =
                harbor.get(CONFIGURATION, ORIGIN, "https://channel.example.com", "Sec-Fetch-Site", "same-origin");
        Response own = harbor.get(CONFIGURATION, ORIGIN, "http://127.0.0.1:" + port);
        Response noPage = harbor.get(CONFIGURATION);

        assertThat(behindAProxy.status()).isEqualTo(200);
        assertThat(own.status()).isEqualTo(200);
        assertThat(noPage.status()).isEqualTo(200);
        assertThat(noPage.header(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void aPreflightOpensNothingToCallersWithoutAToken() {
        assertThat(harbor.with("").get(CONFIGURATION, ORIGIN, HARBOR_ORIGIN).status())
                .isEqualTo(401);
        assertThat(harbor.with("").method("OPTIONS", CONFIGURATION).status()).isEqualTo(401);
    }

    @Test
    void aListedPageReadsTheEventStreamAsItIsWritten() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .headers("Authorization", "Bearer " + HARBOR_TOKEN, ORIGIN, HARBOR_ORIGIN)
                .build();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<InputStream> stream = client.send(request, BodyHandlers.ofInputStream());

        try (InputStream body = stream.body()) {
            assertThat(stream.headers().firstValue(ALLOW_ORIGIN)).contains(HARBOR_ORIGIN);
            assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
            // Nothing has happened yet: what arrives is not waiting for a full buffer.
            assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("retry:");
        }
    }

    private Response preflight(String origin, String method, String headers) {
        return harbor.with("")
                .send(
                        "OPTIONS",
                        CONFIGURATION,
                        "text/plain",
                        new byte[0],
                        ORIGIN,
                        origin,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        headers);
    }
}
