package io.counterpart.hq.job;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clock of the batch jobs.
 *
 * @param enabled whether this node runs the clock; other nodes may run it regardless
 * @param polling how often a node checks for due jobs
 * @param heartbeat interval of a node's heartbeats; after four missed ones another node takes over
 * @param keepRuns retention of the run history
 */
@ConfigurationProperties("hq.clock")
record ClockProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("30d") Duration keepRuns) {}
