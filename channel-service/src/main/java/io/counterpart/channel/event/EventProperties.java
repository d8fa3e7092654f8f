package io.counterpart.channel.event;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the event streams.
 *
 * @param kept how long an event can be requested again
 * @param poll how soon events of other instances are read; those of this instance are read at once
 * @param heartbeat interval of heartbeats on an idle stream
 * @param patience how long a client may accept no data while events wait for it
 * @param lifetime the maximum duration of one stream; then the client reconnects and its token is checked again
 * @param listeners the maximum number of streams of this instance
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
