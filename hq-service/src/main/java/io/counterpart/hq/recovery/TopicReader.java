package io.counterpart.hq.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.ToLongBiFunction;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads a topic once up to its current end, without a consumer group, so that no listener's offset changes. */
@Component
class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ConsumerFactory<String, byte[]> consumers;

    TopicReader(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** Reads the records since then, poll by poll. */
    void since(String topic, Instant since, Consumer<List<ConsumerRecord<String, byte[]>>> handler) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            var times = new HashMap<TopicPartition, Long>();
            partitions.forEach(it -> times.put(it, Math.max(0, since.toEpochMilli())));
            Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, PATIENCE);
            read(consumer, partitions, handler, (partition, end) -> {
                OffsetAndTimestamp start = starts.get(partition);
                return start == null ? end : start.offset();
            });
        }
    }

    /** The last records of each partition; fewer if the topic was compacted. */
    List<ConsumerRecord<String, byte[]>> last(String topic, int count) {
        var last = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            read(consumer, partitions(consumer, topic), last::addAll, (partition, end) -> Math.max(0, end - count));
        }
        return last;
    }

    private static void read(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            Consumer<List<ConsumerRecord<String, byte[]>>> handler,
            ToLongBiFunction<TopicPartition, Long> start) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        ends.forEach((partition, end) -> consumer.seek(
                partition, Math.max(begins.getOrDefault(partition, 0L), start.applyAsLong(partition, end))));
        long giveUp = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey(), PATIENCE) < it.getValue())) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            if (!records.isEmpty()) {
                handler.accept(records);
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Kafka did not give the records of " + partitions);
            }
        }
    }

    private org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer() {
        var properties = new Properties();
        properties.put("allow.auto.create.topics", "false");
        properties.put("default.api.timeout.ms", "3000");
        return consumers.createConsumer("hq.recovery.reader", "", "", properties);
    }

    private static List<TopicPartition> partitions(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, String topic) {
        var found = consumer.partitionsFor(topic, PATIENCE);
        return found == null
                ? List.of()
                : found.stream()
                        .map(it -> new TopicPartition(topic, it.partition()))
                        .toList();
    }
}
