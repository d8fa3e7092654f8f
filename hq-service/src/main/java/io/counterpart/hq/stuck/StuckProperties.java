package io.counterpart.hq.stuck;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defines when a customer counts as stuck.
 *
 * @param grace how long a customer may be pending
 */
@ConfigurationProperties("hq.stuck")
record StuckProperties(@DefaultValue("2m") Duration grace) {}
