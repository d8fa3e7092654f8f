package io.counterpart.hq.recovery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the recovery after a restore.
 *
 * @param enabled whether this node checks its database at start and takes part in a recovery
 * @param interval pause between two checks
 * @param startCheck how long a start waits at most to read the last published records from Kafka
 * @param margin how long before the last sign of life in the database changes may be missing, because clocks differ
 * @param numberGap numbers that every sequence skips beyond the highest known one
 * @param requestAgainAfter when a channel database that has not reported is asked again
 * @param portion customers restored per transaction
 */
@Validated
@ConfigurationProperties("hq.recovery")
record RecoveryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("2s") Duration startCheck,
        @DefaultValue("5m") Duration margin,
        @DefaultValue("1000") @Min(0) int numberGap,
        @DefaultValue("30s") Duration requestAgainAfter,
        @DefaultValue("200") @Min(1) @Max(2000) int portion) {}
