package io.counterpart.hq.channel;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.OperatingUnit;

/**
 * A channel as the API returns it.
 *
 * @param functionalityProfile its ID
 * @param defaultCustomer an account number
 */
public record ChannelView(
        @Nullable String channel,
        String name,
        ChannelType type,
        String channelDatabase,
        String functionalityProfile,
        @Nullable String defaultCustomer,
        OperatingUnit operatingUnit) {}
