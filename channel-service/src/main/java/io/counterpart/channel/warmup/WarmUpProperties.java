package io.counterpart.channel.warmup;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The warm-up before readiness.
 *
 * @param enabled false: the service is ready at once, and cold
 * @param longest no round begins after this; the first one always runs
 */
@ConfigurationProperties("counterpart.warm-up")
record WarmUpProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration longest) {}
