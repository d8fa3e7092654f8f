package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.support.problem.StandardProblem;

/** Common functions of requests about addresses and contacts. */
final class PartRequest {

    private PartRequest() {}

    /** The id that the Idempotency-Key assigns to the part. */
    static Optional<UUID> idOf(HttpServletRequest request) {
        return RequestIdentity.of(request).map(RequestIdentity::id);
    }

    /** Ids are opaque to callers: a malformed one is reported as not found. */
    static UUID partId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw StandardProblem.NOT_FOUND.because("Not found.");
        }
    }

    static String location(CustomerAggregate customer, String parts, UUID partId) {
        return "/api/v1/customers/%s/%s/%s".formatted(customer.id(), parts, partId);
    }
}
