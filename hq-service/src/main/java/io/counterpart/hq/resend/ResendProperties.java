package io.counterpart.hq.resend;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How full resends run.
 *
 * @param enabled whether this node runs them; another one may
 * @param pageSize customers in one transaction
 * @param mostWaiting while more records than this wait for 1010, the resend pauses: news of today goes first
 * @param interval how often a node looks whether another one left something undone
 */
@Validated
@ConfigurationProperties("hq.resend")
record ResendProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") @Min(1) @Max(5000) int pageSize,
        @DefaultValue("5000") @Min(1) int mostWaiting,
        @DefaultValue("15s") Duration interval) {}
