package io.counterpart.channel.pending;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pending customers are looked for.
 *
 * @param settle how old an operation is when it is looked at for the first time: by then most are acknowledged
 * @param batchSize operations that one statement looks at
 * @param batches statements in one round
 * @param reexamine how often everything is looked at again, for transactions that committed later than {@code settle}
 */
@Validated
@ConfigurationProperties("counterpart.pending")
record PendingProperties(
        @DefaultValue("10s") Duration settle,
        @DefaultValue("2000") @Min(1) @Max(20_000) int batchSize,
        @DefaultValue("4") @Min(1) @Max(100) int batches,
        @DefaultValue("6h") Duration reexamine) {}
