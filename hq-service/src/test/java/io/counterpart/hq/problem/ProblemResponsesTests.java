package io.counterpart.hq.problem;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.support.problem.ProblemType;
import io.counterpart.support.problem.StandardProblem;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ProblemResponsesTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    static Stream<ProblemType> types() {
        return Stream.concat(Arrays.stream(StandardProblem.values()), Arrays.stream(HqProblem.values()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAPage(ProblemType type) {
        assertThat(http.get().uri(type.path()).accept(MediaType.TEXT_HTML))
                .hasStatusOk()
                .bodyText()
                .contains(type.slug());
    }

    @Test
    void aPageOfAnUnknownTypeIsNotFound() {
        assertThat(http.get().uri("/problems/nonsense").accept(MediaType.TEXT_HTML))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aProblemCarriesTheTraceIdOfItsRequest() {
        assertThat(get("/api/v1/channels/NOWHERE").header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("\"traceId\":\"" + TRACE + "\"")
                .contains("\"type\":\"/problems/channel-not-found\"")
                .contains("\"instance\":\"/api/v1/channels/NOWHERE\"");
    }

    @Test
    void aProblemOfTheSecurityFilterCarriesATraceIdToo() {
        assertThat(http.get().uri("/api/v1/channels"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .bodyJson()
                .extractingPath("$.traceId")
                .asString()
                .hasSize(32);
    }

    @Test
    void anInvalidValueIsUnprocessable() {
        assertThat(get("/api/v1/audit-entries?limit=0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/limit");
    }

    @Test
    void aBodyWithoutALengthIsLimitedToo() {
        var body = "{\"query\": \"" + "x".repeat(300 * 1024) + "\"}";
        assertThat(http.post()
                        .uri("/api/v1/customers/search")
                        .header(HttpHeaders.AUTHORIZATION, work.bearer(TokenRole.HQ_API, null))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(request -> {
                            request.removeHeader(HttpHeaders.CONTENT_LENGTH);
                            return request;
                        }))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    private MockMvcTester.MockMvcRequestBuilder get(String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, work.bearer(TokenRole.HQ_API, null));
    }
}
