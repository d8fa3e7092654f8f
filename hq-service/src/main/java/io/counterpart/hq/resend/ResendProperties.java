package io.counterpart.hq.resend;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of full resends.
 *
 * @param enabled whether this node performs resends; other nodes may perform them regardless
 * @param pageSize customers per transaction
 * @param mostWaiting the resend pauses while more records than this wait for 1010, because current changes take
 * precedence
 * @param interval how often a node checks for a resend that another node left unfinished
 */
@Validated
@ConfigurationProperties("hq.resend")
record ResendProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") @Min(1) @Max(5000) int pageSize,
        @DefaultValue("5000") @Min(1) int mostWaiting,
        @DefaultValue("15s") Duration interval) {}
