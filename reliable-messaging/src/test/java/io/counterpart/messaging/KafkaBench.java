package io.counterpart.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.counterpart.testsupport.TestKafka;

/** The real broker for tests: topics with one partition, one shared producer, and reads of whole topics. */
public final class KafkaBench {

    private KafkaBench() {}

    public static void createTopic(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Could not create the topic " + topic, e);
        }
    }

    public static Producer<String, byte[]> producer() {
        return Holder.PRODUCER;
    }

    /** The caller closes the producer. */
    public static Producer<String, byte[]> producer(Map<String, Object> more) {
        var configuration = new HashMap<String, Object>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all", "linger.ms", 0));
        configuration.putAll(more);
        return new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns all records from the start of the topic to its current end. */
    public static List<ConsumerRecord<String, byte[]>> everythingOn(String topic) {
        Map<String, Object> configuration = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        var partition = List.of(new TopicPartition(topic, 0));
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).values().iterator().next();
            while (consumer.position(partition.get(0)) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static final class Holder {
        static final Producer<String, byte[]> PRODUCER = producer(Map.of());
    }
}
