package io.counterpart.channel.purge;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the purge.
 *
 * @param retention the minimum time for which operations, upload sessions and the states of silent tills are stored
 * @param interval pause between the end of one run and the start of the next
 * @param batchSize rows that one transaction reads
 */
@Validated
@ConfigurationProperties("counterpart.purge")
record PurgeProperties(
        @DefaultValue("30d") Duration retention,
        @DefaultValue("1h") Duration interval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize) {}
