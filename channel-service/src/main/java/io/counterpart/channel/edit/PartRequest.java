package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.support.problem.StandardProblem;

/** What requests about addresses and contacts have in common. */
final class PartRequest {

    private PartRequest() {}

    /** The id that an Idempotency-Key gives to what the request makes. */
    static Optional<UUID> idOf(HttpServletRequest request) {
        return RequestIdentity.of(request).map(RequestIdentity::id);
    }

    /** Ids are opaque to callers: one that cannot be an id belongs to nothing. */
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
