package io.counterpart.hq.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls HQ's API with a token. */
@TestComponent
public class ApiClient {

    private final MockMvcTester http;

    ApiClient(MockMvcTester http) {
        this.http = http;
    }

    public MvcTestResult get(String bearer, String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    public MvcTestResult post(String bearer, String path, @Nullable String json) {
        return send(HttpMethod.POST, bearer, path, json, null);
    }

    /** Sends the ETag that a GET of the same path returns. */
    public MvcTestResult put(String bearer, String path, String json) {
        return put(bearer, path, path, json);
    }

    public MvcTestResult put(String bearer, String path, String tagged, String json) {
        String tag = get(bearer, tagged).getResponse().getHeader(HttpHeaders.ETAG);
        return send(HttpMethod.PUT, bearer, path, json, tag);
    }

    private MvcTestResult send(
            HttpMethod method, String bearer, String path, @Nullable String json, @Nullable String tag) {
        var request = http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, bearer);
        if (tag != null) {
            request.header(HttpHeaders.IF_MATCH, tag);
        }
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return request.exchange();
    }
}
