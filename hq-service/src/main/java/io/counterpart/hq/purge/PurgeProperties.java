package io.counterpart.hq.purge;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the purge.
 *
 * @param retention minimum retention of staged operations and sessions
 * @param auditRetention retention of audit entries
 * @param interval pause between the end of one run and the start of the next
 * @param batchSize operations examined per transaction
 */
@Validated
@ConfigurationProperties("hq.purge")
record PurgeProperties(
        @DefaultValue("90d") Duration retention,
        @DefaultValue("730d") Duration auditRetention,
        @DefaultValue("1h") Duration interval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize) {}
