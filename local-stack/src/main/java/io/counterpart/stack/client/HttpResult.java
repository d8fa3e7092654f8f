package io.counterpart.stack.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * What came back over HTTP.
 *
 * @param request method and path, for messages
 * @param body a missing node where there was none
 * @param took from sending the request to having read the answer
 */
public record HttpResult(String request, int status, Optional<String> etag, JsonNode body, Duration took) {

    /** This answer, if its status is one of these. */
    public HttpResult expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedResponseException(this);
        }
        return this;
    }

    /** A text of the body by its name; empty where it is null or missing. */
    public Optional<String> text(String name) {
        JsonNode value = body.path(name);
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asString());
    }
}
