package io.counterpart.channel.event;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events reach those who listen.
 *
 * @param kept how long an event can be asked for again
 * @param poll how soon what other instances wrote is seen; what this one wrote is seen at once
 * @param heartbeat how often a silent stream is told that it lives
 * @param patience how long a listener may take nothing while something waits for it
 * @param lifetime how long one stream lasts; then the listener connects again, and its token is looked at again
 * @param listeners how many may listen to this instance
 */
@Validated
@ConfigurationProperties("counterpart.events")
record EventProperties(
        @DefaultValue("24h") Duration kept,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("15m") Duration lifetime,
        @DefaultValue("500") @Min(1) int listeners) {}
