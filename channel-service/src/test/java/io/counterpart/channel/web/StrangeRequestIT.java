package io.counterpart.channel.web;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.testsupport.requests.ProblemRule;
import io.counterpart.testsupport.requests.RawHttpClient;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that no client sends by intention, which Tomcat or a filter rejects: always a 4xx with a problem. */
class StrangeRequestIT extends ChannelServiceContext {

    private static final String TOKEN = "Authorization: Bearer " + HARBOR_TOKEN;

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
                "/api/v1/customers/a;b=c",
                "/api/v1/%2e%2e/x",
                "/api/v1/configuration?=a",
                "/api/v1/configuration?%00=a",
                "/api/v1/configuration?%zz",
                "/api/v1/configuration?a=%ED%A0%80",
                "/api/v1/customers/C-1?include=%00",
                "/api/v1/customers/C-1?include=addresses&include=addresses",
            })
    void areProblems(String target) {
        assertIsProblem(RawRequest.get(target, TOKEN));
    }

    @Test
    void withALongHeaderOrQueryAreProblems() {
        assertIsProblem(RawRequest.get("/api/v1/configuration", TOKEN, "X-Long: " + "x".repeat(20_000)));
        assertIsProblem(RawRequest.get("/api/v1/configuration?a=" + "x".repeat(20_000), TOKEN));
        assertIsProblem(RawRequest.get("/api/v1/configuration", TOKEN, "Accept: image/png"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/v1/customers | */*",
                "POST | /api/v1/customers | multipart/form-data",
                "POST | /api/v1/customers | multipart/form-data; boundary=x",
                "POST | /api/v1/customers | text/plain",
                "POST | /api/v1/customers | application/json; charset=nope",
                "POST | /api/v1/customers | /",
                "PUT | /api/v1/customers/0190a1b2-0000-7000-8000-000000000001 | application/x-www-form-urlencoded",
            })
    void ofAnotherContentTypeAreProblems(String method, String path, String type) {
        assertIsProblem(new RawRequest(method, path, List.of(TOKEN, "Content-Type: " + type), "{\"lastName\": \"x\"}"));
    }

    private void assertIsProblem(RawRequest request) {
        RawResponse response = new RawHttpClient(port).send(request);

        assertThat(response.status()).as(request.target()).isBetween(400, 499);
        assertThat(new ProblemRule(Set.of()).violation(request, response)).isNull();
    }
}
