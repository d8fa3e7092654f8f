package io.counterpart.channel.security;

import java.security.Principal;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.security.TokenOwner;

/**
 * The caller of a request: a till or a storefront of a channel.
 *
 * @param token the SHA-256 of the access token
 */
public record Caller(String channel, String device, TokenRole role, String token)
        implements Principal, TokenOwner {

    @Override
    public String getName() {
        return channel + "/" + device;
    }
}
