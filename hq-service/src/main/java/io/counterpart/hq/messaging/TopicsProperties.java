package io.counterpart.hq.messaging;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the topics.
 *
 * @param partitions number of partitions of the topics with customer data, when HQ creates them
 * @param replicas number of copies of every partition, when HQ creates it
 * @param retryInterval pause between two attempts while Kafka is unavailable
 * @param operationRetention how long Kafka retains uploaded operations; equal to the retention of the channels' purge
 * @param compactionWithin within which time Kafka compacts {@code cdx.1010}: what an erased or edited customer was before
 *     is then no longer on the topic
 * @param watchInterval pause between two inspections of the topics
 */
@Validated
@ConfigurationProperties("hq.topics")
record TopicsProperties(
        @DefaultValue("6") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) short replicas,
        @DefaultValue("2s") Duration retryInterval,
        @DefaultValue("30d") Duration operationRetention,
        @DefaultValue("7d") Duration compactionWithin,
        @DefaultValue("30s") Duration watchInterval) {}
