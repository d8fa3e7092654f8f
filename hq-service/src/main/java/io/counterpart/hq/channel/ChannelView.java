package io.counterpart.hq.channel;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.StorefrontAccess;

/**
 * A channel as the API returns it.
 *
 * @param functionalityProfile its ID
 * @param defaultCustomer an account number
 * @param storefrontAccess what the storefronts of the channel may do, unless their tokens say otherwise; null in a
 *     request: unchanged, and for a new channel {@code SIGN_IN_ONLY} if it is an online store, else {@code FULL}
 */
record ChannelView(
        @Nullable String channel,
        String name,
        ChannelType type,
        String channelDatabase,
        String functionalityProfile,
        @Nullable String defaultCustomer,
        OperatingUnit operatingUnit,
        @Nullable StorefrontAccess storefrontAccess) {}
