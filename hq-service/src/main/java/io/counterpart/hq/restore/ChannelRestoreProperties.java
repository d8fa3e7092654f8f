package io.counterpart.hq.restore;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the detection of channel databases that were restored from a backup.
 *
 * @param interval pause between two checks
 * @param margin a heartbeat this much later than an upload must include the counter of the upload
 * @param commandAgainAfter when the command is sent again while the heartbeat of the channel does not show its effect
 */
@ConfigurationProperties("hq.channel-restore")
record ChannelRestoreProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("10s") Duration margin,
        @DefaultValue("30s") Duration commandAgainAfter) {}
