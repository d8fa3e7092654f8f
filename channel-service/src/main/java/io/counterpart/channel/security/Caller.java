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
 * @param clerk the user of the device, as the request states; null: not stated
 */
public record Caller(
        String channel,
        String device,
        CallerRole role,
        String token,
        @Nullable UUID customer,
        @Nullable String clerk) implements Principal, TokenOwner {

    Caller(String channel, String device, CallerRole role, String token, @Nullable UUID customer) {
        this(channel, device, role, token, customer, null);
    }

    /** The channel itself, without a device. */
    public static Caller ofChannel(String channel) {
        return new Caller(channel, channel, CallerRole.OTHER, "", null);
    }

    /** The same caller, used by this clerk. */
    public Caller usedBy(@Nullable String person) {
        return new Caller(channel, device, role, token, customer, person);
    }

    @Override
    public String getName() {
        return channel + "/" + device;
    }

    public boolean isCustomer() {
        return customer != null;
    }
}
