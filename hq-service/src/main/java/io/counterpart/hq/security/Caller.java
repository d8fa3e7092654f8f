package io.counterpart.hq.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

import io.counterpart.contract.configuration.TokenRole;

/** The owner of the token of a request. */
public record Caller(
        String device, TokenRole role, @Nullable String channelDatabase) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return device;
    }
}
