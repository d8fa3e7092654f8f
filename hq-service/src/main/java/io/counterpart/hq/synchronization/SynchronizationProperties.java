package io.counterpart.hq.synchronization;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Synchronize runs.
 *
 * @param enabled whether this node runs it; another one may
 * @param batchSize operations taken in one transaction
 * @param tellPendingAfter how long a creation may wait before the channels are told of it as pending
 * @param tellPendingWhileDraining how often they are told while a backlog is worked off: telling takes time from it
 * @param configurationPause how long to wait after somebody has to set something up, for example a number sequence
 * @param longestPause the longest wait between two tries while the database is away
 */
@Validated
@ConfigurationProperties("hq.synchronization")
record SynchronizationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") @Min(1) @Max(5000) int batchSize,
        @DefaultValue("1s") Duration tellPendingAfter,
        @DefaultValue("5s") Duration tellPendingWhileDraining,
        @DefaultValue("15s") Duration configurationPause,
        @DefaultValue("10s") Duration longestPause) {}
