package io.counterpart.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.counterpart.faults.kafka.ForgedRecords;

/** A topic of a stack, for reading and for injecting records. */
record TopicProbe(String bootstrapServers, String name) {

    /** A header of accepted records that no channel sent. */
    static final String INJECTED = "injected";

    void put(String key, String value) {
        put(List.of(record(key, value)));
    }

    /** Sends a record that this channel database has signed. */
    void putAs(String channelDatabase, String key, String value) {
        ProducerRecord<String, byte[]> record = record(key, value);
        record.headers().add(INJECTED, new byte[0]);
        put(List.of(ForgedRecords.signed(channelDatabase, record)));
    }

    private ProducerRecord<String, byte[]> record(String key, String value) {
        return new ProducerRecord<>(name, key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends records again that were read from the topic, in the given order. */
    void repeat(List<ConsumerRecord<String, byte[]>> records) {
        put(records.stream()
                .map(record -> new ProducerRecord<>(
                        name, record.partition(), record.timestamp(), record.key(), record.value(), record.headers()))
                .toList());
    }

    /** All records currently on the topic. */
    List<ConsumerRecord<String, byte[]>> all() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    private void put(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
