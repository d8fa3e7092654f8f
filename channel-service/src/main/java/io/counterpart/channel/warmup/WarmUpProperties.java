package io.counterpart.channel.warmup;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The warm-up before readiness.
 *
 * @param enabled whether the service warms up before it is ready; otherwise it is ready at once, and cold
 * @param longest how long further rounds may begin; the first one always runs
 */
@ConfigurationProperties("counterpart.warm-up")
record WarmUpProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration longest) {}
