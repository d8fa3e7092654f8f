package io.counterpart.channel.pending;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the scan for pending customers.
 *
 * @param settle the age of an operation at its first check: by then most are acknowledged
 * @param batchSize operations per statement
 * @param batches statements per round
 * @param reexamine how often the whole log is scanned again, for transactions that committed later than {@code settle}
 */
@Validated
@ConfigurationProperties("counterpart.pending")
record PendingProperties(
        @DefaultValue("10s") Duration settle,
        @DefaultValue("2000") @Min(1) @Max(20_000) int batchSize,
        @DefaultValue("4") @Min(1) @Max(100) int batches,
        @DefaultValue("6h") Duration reexamine) {}
