package io.counterpart.hq.requests;

import org.jspecify.annotations.Nullable;

import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;
import io.counterpart.testsupport.requests.ResponseRule;

/** No page is an internal error, errors have the design of the other pages, and input stays text. */
final class PageRule implements ResponseRule {

    @Override
    public @Nullable String violation(RawRequest request, RawResponse response) {
        int status = response.status();
        if (status == 0 || status >= 500) {
            return "status " + status;
        }
        String body = response.body();
        if (body.contains("<script>alert") || body.contains("<img src=x")) {
            return status + " with a script of the request";
        }
        if (status < 400) {
            return null;
        }
        return response.header("Content-Type").startsWith("text/html")
                        && body.contains("/console.css")
                        && body.contains("<h1")
                ? null
                : "%d is no page of HQ: %s".formatted(status, response.header("Content-Type"));
    }
}
