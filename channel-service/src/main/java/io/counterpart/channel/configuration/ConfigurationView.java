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
record ConfigurationView(
        String stamp,
        Map<String, Applied<ChannelConfiguration>> channels,
        @Nullable Applied<GlobalConfiguration> global) {

    static final ConfigurationView EMPTY = new ConfigurationView("", Map.of(), null);
}
