package io.counterpart.hq.restore;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How HQ looks for channel databases that were restored from a backup.
 *
 * @param interval between two looks
 * @param margin a heartbeat this much later than an upload has to know the counter of the upload
 * @param commandAgainAfter when the channel is told once more, as long as its heartbeat does not show the effect
 */
@ConfigurationProperties("hq.channel-restore")
record ChannelRestoreProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("10s") Duration margin,
        @DefaultValue("30s") Duration commandAgainAfter) {}
