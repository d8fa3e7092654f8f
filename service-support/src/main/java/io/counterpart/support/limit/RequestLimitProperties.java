package io.counterpart.support.limit;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The request limits of one instance.
 *
 * @param requestsPerSecond requests of one token or user; ten seconds' worth may come at once
 * @param searchCost for how many requests a search counts
 * @param failuresPerMinute requests without a valid token from one address that are answered with 401
 */
@Validated
@ConfigurationProperties("counterpart.limits")
record RequestLimitProperties(
        // Ten times what the benchmarks send with one token: 2,700 creates or 100 searches per second.
        @DefaultValue("30000") @Min(1) int requestsPerSecond,
        @DefaultValue("30") @Min(1) int searchCost,
        @DefaultValue("300") @Min(1) int failuresPerMinute) {}
