package io.counterpart.hq.customerimport;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of imports of customers.
 *
 * @param enabled whether this node processes imports; other nodes may process them regardless
 * @param maxSize largest size of an expanded file
 * @param chunk records per transaction
 * @param mostWaiting the import pauses while more records than this wait for 1010, because current changes take precedence
 * @param interval how often a node checks for an import that another node left unfinished
 * @param keepFile how long a file that nobody imports is kept
 * @param keepReport how long an import and its report are kept after its end
 */
@Validated
@ConfigurationProperties("hq.customer-import")
record CustomerImportProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2GB") DataSize maxSize,
        @DefaultValue("1000") @Min(1) @Max(5000) int chunk,
        @DefaultValue("5000") @Min(1) int mostWaiting,
        @DefaultValue("15s") Duration interval,
        @DefaultValue("7d") Duration keepFile,
        @DefaultValue("90d") Duration keepReport) {}
