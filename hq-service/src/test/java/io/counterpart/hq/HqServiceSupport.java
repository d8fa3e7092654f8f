package io.counterpart.hq;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.Topics;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.SignedRecords;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.RecordSender;
import io.counterpart.testsupport.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;

/** Base class of tests that use the running service through Kafka and HTTP. */
abstract class HqServiceSupport {

    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    RecordSender sender;

    @Autowired
    MessageJson json;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    static List<ConsumerRecord<String, byte[]>> of(String key, String topic) {
        return read(topic).stream().filter(record -> record.key().equals(key)).toList();
    }

    void send(UUID customer, String value) {
        send(List.of(record(customer, value)));
    }

    void send(List<ProducerRecord<String, byte[]>> records) {
        var acknowledgements = records.stream().map(sender::send).toList();
        sender.flush();
        assertThat(acknowledgements).allMatch(Future::isDone);
    }

    static ProducerRecord<String, byte[]> record(UUID customer, String value) {
        return SignedRecords.of("harbor", unsigned(customer, value));
    }

    static ProducerRecord<String, byte[]> unsigned(UUID customer, String value) {
        return new ProducerRecord<>(Topics.P_0001, customer.toString(), value.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    static List<ConsumerRecord<String, byte[]>> read(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new org.apache.kafka.common.TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
