package io.counterpart.hq.job;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clock of the batch jobs.
 *
 * @param enabled false: this node leaves the clock to others
 * @param polling how often a node looks what is due
 * @param heartbeat how often a node says that it lives; one silent for four of them is followed by another
 * @param keepRuns how long the history of runs is kept
 */
@ConfigurationProperties("hq.clock")
record ClockProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("30d") Duration keepRuns) {}
