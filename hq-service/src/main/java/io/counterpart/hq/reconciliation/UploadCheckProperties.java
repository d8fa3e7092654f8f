package io.counterpart.hq.reconciliation;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How HQ requests operations again that were uploaded and never staged.
 *
 * @param enabled whether this node checks upload sessions; another one may
 * @param interval pause between two rounds
 * @param grace how long staging may take after HQ received the report of a session
 * @param backOff pause before the same span is requested again, doubled each time
 * @param longestBackOff the pause never exceeds this
 * @param spans once a round has requested this many spans, the next one goes on
 */
@Validated
@ConfigurationProperties("hq.reconciliation")
record UploadCheckProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("60s") Duration grace,
        @DefaultValue("2m") Duration backOff,
        @DefaultValue("6h") Duration longestBackOff,
        @DefaultValue("100") @Min(1) @Max(1000) int spans) {}
