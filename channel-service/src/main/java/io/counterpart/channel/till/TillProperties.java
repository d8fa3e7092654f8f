package io.counterpart.channel.till;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the heartbeats of tills.
 *
 * @param interval how long a till waits between two heartbeats
 * @param reportInterval how often the heartbeat of the channel database carries the states of tills
 */
@ConfigurationProperties("counterpart.tills")
record TillProperties(
        @DefaultValue("60s") Duration interval,
        @DefaultValue("30s") Duration reportInterval) {}
