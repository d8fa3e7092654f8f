package io.counterpart.channel.configuration;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;

/**
 * All configuration that is applied, read at one moment.
 *
 * @param stamp changes whenever anything is applied
 */
record ConfigurationSnapshot(
        String stamp,
        Map<String, AppliedVersion<ChannelConfiguration>> channels,
        @Nullable AppliedVersion<GlobalConfiguration> global) {

    static final ConfigurationSnapshot EMPTY = new ConfigurationSnapshot("", Map.of(), null);
}
