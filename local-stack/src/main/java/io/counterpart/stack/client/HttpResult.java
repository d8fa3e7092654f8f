package io.counterpart.stack.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * An HTTP response.
 *
 * @param request method and path, for messages
 * @param body a missing node if there was none
 * @param took from sending the request until the response was read
 */
public record HttpResult(String request, int status, Optional<String> etag, JsonNode body, Duration took) {

    /** Returns this result if its status is one of these; throws otherwise. */
    public HttpResult expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedResponseException(this);
        }
        return this;
    }

    /** A text field of the body; empty if it is null or missing. */
    public Optional<String> text(String name) {
        JsonNode value = body.path(name);
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asString());
    }
}
