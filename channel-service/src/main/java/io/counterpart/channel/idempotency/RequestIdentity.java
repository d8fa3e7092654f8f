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

    private static final String INCOMPLETE = ATTRIBUTE + ".incomplete";

    /** Empty if the request has no Idempotency-Key. */
    public static Optional<RequestIdentity> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestIdentity) request.getAttribute(ATTRIBUTE));
    }

    /** Says that a part of the request has to be sent again, so that a repetition is processed and not answered again. */
    public static void markIncomplete(HttpServletRequest request) {
        request.setAttribute(INCOMPLETE, true);
    }

    static boolean isIncomplete(HttpServletRequest request) {
        return request.getAttribute(INCOMPLETE) != null;
    }
}
