package io.counterpart.hq.duplicatepair;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the scan for possible duplicates.
 *
 * @param enabled whether this instance scans; others may scan regardless
 * @param interval pause between two runs, of all instances together
 * @param batchSize customers per transaction
 * @param batches transactions per run; the next run continues
 * @param pause pause between two transactions
 * @param largestGroup a value that more customers share is reported once, not as pairs
 */
@Validated
@ConfigurationProperties("hq.duplicate-scan")
record DuplicateScanProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1h") Duration interval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("500") @Min(1) int batches,
        @DefaultValue("50ms") Duration pause,
        @DefaultValue("10") @Min(2) @Max(100) int largestGroup) {}
