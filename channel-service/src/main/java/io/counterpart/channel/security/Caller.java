package io.counterpart.channel.security;

import java.security.Principal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.security.TokenOwner;

/**
 * The caller of a request: a till or a storefront of a channel, or a customer that signed in at a storefront.
 *
 * @param device the till or storefront
 * @param token the SHA-256 of the access token
 * @param customer the only customer that the caller may read and edit; null: the caller is no customer
 */
public record Caller(
        String channel,
        String device,
        CallerRole role,
        String token,
        @Nullable UUID customer) implements Principal, TokenOwner {

    @Override
    public String getName() {
        return channel + "/" + device;
    }

    public boolean isCustomer() {
        return customer != null;
    }
}
