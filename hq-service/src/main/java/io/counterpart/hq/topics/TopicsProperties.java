package io.counterpart.hq.topics;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topics are made.
 *
 * @param partitions of the two topics that carry customers
 * @param replicas copies of every partition
 * @param retryInterval pause between two tries while Kafka is away
 * @param operationRetention how long Kafka keeps what the channels upload; as long as their purge keeps it
 * @param watchInterval pause between two inspections of the topics
 */
@Validated
@ConfigurationProperties("hq.topics")
record TopicsProperties(
        @DefaultValue("6") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) short replicas,
        @DefaultValue("2s") Duration retryInterval,
        @DefaultValue("30d") Duration operationRetention,
        @DefaultValue("30s") Duration watchInterval) {}
