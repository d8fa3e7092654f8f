package io.counterpart.testsupport.requests;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No response of an API is an internal error, and each error is a complete problem without internals. */
public final class ProblemRule implements ResponseRule {

    private final Set<String> permitted;

    /**
     * Creates the rule.
     *
     * @param permitted the types of problems with a status of 500 or more that are answers and not faults
     */
    public ProblemRule(Set<String> permitted) {
        this.permitted = permitted;
    }

    @Override
    public @Nullable String violation(RawRequest request, RawResponse response) {
        int status = response.status();
        if (status == 0) {
            return "no response";
        }
        if (status < 400 || "HEAD".equals(request.method())) {
            return status >= 500 ? "status " + status : null;
        }
        if (!response.header("Content-Type").equals("application/problem+json")) {
            return "%d is no problem but %s".formatted(status, response.header("Content-Type"));
        }
        try {
            return violation(status, response, JsonMapper.shared().readTree(response.body()));
        } catch (JacksonException e) {
            return "%d is no JSON".formatted(status);
        }
    }

    private @Nullable String violation(int status, RawResponse response, JsonNode problem) {
        for (String member : new String[] {"type", "title", "detail"}) {
            if (problem.path(member).asString("").isBlank()) {
                return "%d without %s".formatted(status, member);
            }
        }
        if (problem.path("status").asInt(0) != status) {
            return "status %d and %s".formatted(status, problem.path("status"));
        }
        if (status >= 500 && !permitted.contains(problem.path("type").asString())) {
            return "status %d: %s".formatted(status, problem.path("detail").asString());
        }
        if (status == 503 && response.header("Retry-After").isEmpty()) {
            return "503 without Retry-After";
        }
        String detail = problem.path("detail").asString();
        return detail.contains("Exception") || detail.contains("io.counterpart") || detail.contains("SQL")
                ? "%d with internals: %s".formatted(status, detail)
                : null;
    }
}
