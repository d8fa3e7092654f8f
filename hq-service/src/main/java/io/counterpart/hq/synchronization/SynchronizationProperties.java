package io.counterpart.hq.synchronization;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of Synchronize.
 *
 * @param enabled whether this node runs the job; other nodes may run it regardless
 * @param batchSize operations per transaction
 * @param whileStaging whether operations are converted in the transaction that stages them, while the job is not on hold
 * @param tellPendingAfter time after which a creation that is still open is published to the channels as pending
 * @param tellPendingWhileDraining interval of these publications during a backlog, because they slow down its
 * processing
 * @param configurationPause pause after a configuration fault, for example an exhausted number sequence
 * @param longestPause upper limit of the back-off while the database is unavailable
 */
@Validated
@ConfigurationProperties("hq.synchronization")
record SynchronizationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") @Min(1) @Max(5000) int batchSize,
        @DefaultValue("true") boolean whileStaging,
        @DefaultValue("1s") Duration tellPendingAfter,
        @DefaultValue("5s") Duration tellPendingWhileDraining,
        @DefaultValue("15s") Duration configurationPause,
        @DefaultValue("10s") Duration longestPause) {}
