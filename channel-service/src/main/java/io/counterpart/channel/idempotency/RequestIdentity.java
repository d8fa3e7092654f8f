package io.counterpart.channel.idempotency;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The id that every attempt of one request with an Idempotency-Key uses for what it creates.
 *
 * @param repeated an earlier attempt may have created it already, without a stored response
 */
public record RequestIdentity(UUID id, boolean repeated) {

    static final String ATTRIBUTE = RequestIdentity.class.getName();

    /** Empty if the request has no Idempotency-Key. */
    public static Optional<RequestIdentity> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestIdentity) request.getAttribute(ATTRIBUTE));
    }
}
