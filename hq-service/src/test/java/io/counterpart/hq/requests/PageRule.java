package io.counterpart.hq.requests;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.testsupport.requests.ProblemRule;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;
import io.counterpart.testsupport.requests.ResponseRule;

/** No page is an internal error, errors have the design of the other pages, and input stays text. */
final class PageRule implements ResponseRule {

    // RFC 9112 and RFC 3986 do not permit these characters in the target of a request.
    private static final Pattern NO_TARGET = Pattern.compile("[\\x00-\\x20\"#<>\\\\^`{|}\\[\\]\\x7f-\\uffff]");

    @Override
    public @Nullable String violation(RawRequest request, RawResponse response) {
        int status = response.status();
        if (status == 0 || status >= 500) {
            return "status " + status;
        }
        String body = response.body();
        // A browser saves these files and never renders them.
        String type = response.header("Content-Type");
        boolean page = !type.startsWith("text/csv") && !type.startsWith("application/x-ndjson");
        if (page && (body.contains("<script>alert") || body.contains("<img src=x"))) {
            return status + " with a script of the request";
        }
        if (status < 400) {
            return null;
        }
        // A request line that cannot be parsed has no path that would say whether a page or a problem is expected.
        boolean problem = response.header("Content-Type").equals("application/problem+json");
        if (problem && NO_TARGET.matcher(request.target()).find()) {
            return new ProblemRule(Set.of()).violation(request, response);
        }
        return response.header("Content-Type").startsWith("text/html")
                        && body.contains("/console.css")
                        && body.contains("<h1")
                ? null
                : "%d is no page of HQ: %s".formatted(status, response.header("Content-Type"));
    }
}
