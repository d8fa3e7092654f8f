package io.counterpart.hq.reconciliation;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for requesting operations again that were uploaded and not staged.
 *
 * @param enabled whether this node checks upload sessions; other nodes may check them regardless
 * @param interval pause between two rounds
 * @param grace how long staging may take after HQ received the report of a session
 * @param backOff pause before the same range is requested again, doubled each time
 * @param longestBackOff upper limit of the back-off
 * @param spans ranges requested per round; the next round continues
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
