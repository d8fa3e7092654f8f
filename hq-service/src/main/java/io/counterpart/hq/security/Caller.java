package io.counterpart.hq.security;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.TokenRole;

/** Whose token a request carries. */
public record Caller(
        String device, TokenRole role, @Nullable String channelDatabase) {}
