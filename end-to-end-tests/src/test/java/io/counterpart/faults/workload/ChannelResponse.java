package io.counterpart.faults.workload;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import io.counterpart.faults.history.OperationOutcome;

/**
 * The final response of a channel.
 *
 * @param again whether the request had been sent before, with an unknown outcome
 */
record ChannelResponse(int status, JsonNode body, @Nullable String etag, boolean again) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ChannelResponse of(HttpResponse<byte[]> response, boolean again) {
        String etag = response.headers().firstValue("ETag").orElse(null);
        return new ChannelResponse(response.statusCode(), read(response.body()), etag, again);
    }

    /** Whether the response is definite: neither "retry later" nor a server error. */
    boolean clear() {
        return status < 500 && status != 429 && !problem().equals("/problems/request-in-progress");
    }

    /**
     * The outcome that the client knows. A refusal of a retry says nothing about the first attempt, which may complete
     * later.
     */
    OperationOutcome outcome() {
        return ok() ? OperationOutcome.ACKNOWLEDGED : again ? OperationOutcome.UNKNOWN : OperationOutcome.REFUSED;
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    String problem() {
        return body.path("type").asString("");
    }

    Optional<UUID> asyncCustomerId() {
        String id = body.path("asyncCustomerId").asString("");
        return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
    }

    /** The account numbers in the response by customer, for a single customer or a list. */
    Map<UUID, String> numbers() {
        return Stream.concat(Stream.of(body), body.path("items").valueStream())
                .filter(customer -> !customer.path("accountNumber").asString("").isEmpty())
                .filter(customer ->
                        !customer.path("asyncCustomerId").asString("").isEmpty())
                .collect(Collectors.toMap(
                        customer ->
                                UUID.fromString(customer.path("asyncCustomerId").asString()),
                        customer -> customer.path("accountNumber").asString(),
                        (one, other) -> one));
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
