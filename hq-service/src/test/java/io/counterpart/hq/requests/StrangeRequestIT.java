package io.counterpart.hq.requests;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.browser.HqBrowserContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.requests.ProblemRule;
import io.counterpart.testsupport.requests.RawHttpClient;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests to the APIs that no client sends by intention, each on a real server: always a 4xx with a problem. */
@HqBrowserContext
class StrangeRequestIT {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";

    @LocalServerPort
    private int port;

    @Autowired
    private TestDriver work;

    private String token = "";

    @BeforeEach
    void issueToken() {
        work.clear();
        work.channels();
        token = "Authorization: " + work.bearer(TokenRole.HQ_API, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/[",
                "/api/v1/customers/{a}|b",
                "/api/v1/customers/%",
                "/api/v1/customers/%zz",
                "/api/v1/customers/a%2Fb",
                "/api/v1/customers/a%5Cb",
                "/api/v1/customers/a%00b",
                "/api/v1/customers/%ED%A0%80",
                "/api/v1/customers/%c3%28",
                "/api/v1/customers/a;b=c",
                "/api/v1/../v1/customers/a%2e%2e",
                "/api/v1/%2e%2e/x",
                "/api/v1//customers",
                "/api/v1/channels?=a",
                "/api/v1/channels?%00=a",
                "/api/v1/channels?%zz",
                "/api/v1/audit-entries?subject=%ED%A0%80",
                "/api/v1/audit-entries?subject=a%00b",
                "/api/v1/audit-entries?limit=-1",
                "/api/v1/audit-entries?limit=99999999999",
                "/api/v1/audit-entries?limit=5&limit=6",
                "/api/v1/audit-entries?cursor=a%00",
                OPERATIONS + "?customer=zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
                OPERATIONS + "?customer=123456789012345678901234567890123456",
                OPERATIONS + "?status=%00",
                OPERATIONS + "?channel=a%00",
                OPERATIONS + "?kind=a%00",
                OPERATIONS + "?from=%2B1000000000-12-31T23:59:59.999999999Z",
                OPERATIONS + "?to=-1000000000-01-01T00:00:00Z",
                OPERATIONS + "?from=9999999-01-01T00:00:00Z",
                "/api/v1/upload-sessions?channelDatabase=%00",
                "/api/v1/download-sessions?channelDatabase=%00",
                "/api/v1/stuck-customers?channelDatabase=%00",
                "/api/v1/reconciliation?channelDatabase=%00",
                "/api/v1/statistics?channelDatabase=%00",
                "/api/v1/statistics?range=century",
                "/api/v1/possible-duplicates?channel=%00",
                "/api/v1/possible-duplicates?reason=SHOES",
                "/api/v1/possible-duplicates?cursor=a%00",
            })
    void ofAnApiAreProblems(String target) {
        RawRequest request = RawRequest.get(target, token);

        assertIsProblem(request, send(request));
    }

    @Test
    void withALongHeaderOrQueryAreProblems() {
        for (RawRequest request : List.of(
                RawRequest.get("/api/v1/channels", token, "X-Long: " + "x".repeat(20_000)),
                RawRequest.get("/api/v1/channels?a=" + "x".repeat(20_000), token),
                RawRequest.get("/api/v1/" + "x/".repeat(10_000), token))) {
            assertIsProblem(request, send(request));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/v1/customers/search | application/json | {\"query\": \"a\\u0000b\"}",
                "POST | /api/v1/customers/search | application/json | {\"query\": \"\\ud800\"}",
                "POST | /api/v1/customers/search | application/json | {\"query\": 1e400}",
                "POST | /api/v1/customers/search | */* | {\"query\": \"a\"}",
                "POST | /api/v1/customers/search | multipart/form-data | {\"query\": \"a\"}",
                "POST | /api/v1/customers/search | text/plain | {\"query\": \"a\"}",
                "POST | /api/v1/customers/search | application/json; charset=nope | {\"query\": \"a\"}",
                "POST | /api/v1/devices | application/json | {\"device\": \"a\\u0000\", \"role\": \"HQ_API\"}",
                "POST | /api/v1/devices | application/json | {\"device\": \"a\", \"role\": \"ROBOT\"}",
                "POST | /api/v1/devices | application/json | {\"device\": \"a\", \"role\": \"HQ_API\", \"expiresAt\": \"+1000000000-12-31T23:59:59.999999999Z\"}",
                "PUT | /api/v1/affiliations/NEW | application/json | {\"description\": \"\\u0000\"}",
                "POST | /realtime/v1/operations | application/json | {\"a\": \"\\u0000\"}",
            })
    void withAHostileBodyAreProblems(String method, String path, String type, String body) {
        String caller = path.startsWith("/realtime")
                ? "Authorization: " + work.bearer(TokenRole.CHANNEL_DATABASE, "harbor")
                : token;
        var request = new RawRequest(
                method, path, List.of(caller, "Content-Type: " + type, "If-Match: *"), RawRequest.utf8(body));

        assertIsProblem(request, send(request));
    }

    @Test
    void thatAcceptNoJsonAreProblems() {
        RawRequest request = RawRequest.get("/api/v1/channels", token, "Accept: image/png");

        assertThat(send(request).status()).isEqualTo(406);
        assertIsProblem(request, send(request));
    }

    @Test
    void withALongSearchAreProblems() {
        var request = new RawRequest(
                "POST",
                "/api/v1/customers/search",
                List.of(token, "Content-Type: application/json"),
                "{\"query\": \"" + "word ".repeat(10_000) + "\"}");

        assertThat(send(request).status()).isEqualTo(422);
        assertIsProblem(request, send(request));
    }

    private RawResponse send(RawRequest request) {
        return new RawHttpClient(port).send(request);
    }

    private static void assertIsProblem(RawRequest request, RawResponse response) {
        assertThat(response.status()).as(request.target()).isBetween(400, 499);
        assertThat(new ProblemRule(Set.of()).violation(request, response)).isNull();
    }
}
