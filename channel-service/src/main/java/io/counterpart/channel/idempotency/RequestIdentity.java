package io.counterpart.channel.idempotency;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The id that every try of one request with an Idempotency-Key uses for what it makes.
 *
 * @param repeated an earlier try may have made it already, without its answer having been kept
 */
public record RequestIdentity(UUID id, boolean repeated) {

    static final String ATTRIBUTE = RequestIdentity.class.getName();

    /** Empty when the request came without an Idempotency-Key. */
    public static Optional<RequestIdentity> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestIdentity) request.getAttribute(ATTRIBUTE));
    }
}
