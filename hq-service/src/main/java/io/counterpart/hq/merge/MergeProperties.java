package io.counterpart.hq.merge;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of merges.
 *
 * @param undoPeriod how long a merge can be undone; what both customers were before is kept for as long
 */
@ConfigurationProperties("hq.merge")
record MergeProperties(@DefaultValue("30d") Duration undoPeriod) {}
