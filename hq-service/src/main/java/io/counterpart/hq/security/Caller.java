package io.counterpart.hq.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.security.TokenOwner;

/**
 * The owner of the token of a request.
 *
 * @param token the SHA-256 of the token
 */
public record Caller(
        String device, TokenRole role, @Nullable String channelDatabase, String token)
        implements AuthenticatedPrincipal, TokenOwner {

    @Override
    public String getName() {
        return device;
    }
}
