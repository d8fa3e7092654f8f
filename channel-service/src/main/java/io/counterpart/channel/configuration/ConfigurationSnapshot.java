package io.counterpart.channel.configuration;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;

/**
 * All applied configuration, read at one moment.
 *
 * @param stamp changes whenever a configuration is applied
 */
record ConfigurationSnapshot(
        String stamp,
        Map<String, AppliedVersion<ChannelConfiguration>> channels,
        @Nullable AppliedVersion<GlobalConfiguration> global) {

    static final ConfigurationSnapshot EMPTY = new ConfigurationSnapshot("", Map.of(), null);
}
