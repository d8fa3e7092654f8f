package io.counterpart.channel.upload;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for repeated uploads of operations that HQ does not acknowledge.
 *
 * @param unacknowledgedAfter age at which an operation without an acknowledgement is uploaded again; doubled each time
 * @param longestBackOff the maximum pause before the next upload
 * @param checkInterval pause between two checks
 * @param portion operations per statement, and the maximum that one check uploads again
 */
@Validated
@ConfigurationProperties("counterpart.upload")
record UploadRerunProperties(
        @DefaultValue("15m") Duration unacknowledgedAfter,
        @DefaultValue("6h") Duration longestBackOff,
        @DefaultValue("1m") Duration checkInterval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int portion) {}
