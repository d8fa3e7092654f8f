package io.counterpart.faults.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic without a consumer group, so that it has no effect on other consumers. */
public final class TopicReader {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String bootstrapServers;

    public TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All records currently on the topic. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        return last(topic, Integer.MAX_VALUE);
    }

    /** The last records, about as many from each partition. */
    List<ConsumerRecord<String, byte[]>> last(String topic, int atMost) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                // Kafka was wiped, and HQ has not created the topic again yet.
                return List.of();
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            consumer.assign(partitions);
            int share = Math.max(1, atMost / partitions.size());
            partitions.forEach(partition -> consumer.seek(
                    partition,
                    Math.max(beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - share)));
            return read(consumer, ends);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The topics %s could not be read to their end".formatted(ends.keySet()));
            }
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
