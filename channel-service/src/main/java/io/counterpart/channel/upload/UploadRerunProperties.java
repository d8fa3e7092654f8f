package io.counterpart.channel.upload;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How operations are uploaded again that HQ does not acknowledge.
 *
 * @param unacknowledgedAfter age at which an operation without an acknowledgement is uploaded again; doubled each time
 * @param longestBackOff the pause before the next time never exceeds this
 * @param checkInterval pause between two checks
 * @param portion operations of one statement, and those that one check uploads again at most
 */
@Validated
@ConfigurationProperties("counterpart.upload")
record UploadRerunProperties(
        @DefaultValue("15m") Duration unacknowledgedAfter,
        @DefaultValue("6h") Duration longestBackOff,
        @DefaultValue("1m") Duration checkInterval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int portion) {}
