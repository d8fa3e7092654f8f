package io.counterpart.faults.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records again, late and in another order, and injects malformed records between them. */
public final class RecordFaultInjector implements AutoCloseable {

    private final TopicReader reader;
    private final Producer<String, byte[]> producer;
    private final Random random;

    public RecordFaultInjector(String bootstrapServers, long seed) {
        reader = new TopicReader(bootstrapServers);
        random = new Random(seed);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends some of the last records again, shuffled; returns how many. */
    public int repeat(String topic, int atMost) throws InterruptedException, ExecutionException {
        var records = new ArrayList<>(reader.last(topic, atMost));
        Collections.shuffle(records, random);
        List<ProducerRecord<String, byte[]>> again = records.stream()
                .map(record -> new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()))
                .toList();
        send(again);
        return again.size();
    }

    public void forge(ProducerRecord<String, byte[]> record) throws InterruptedException, ExecutionException {
        send(List.of(record));
    }

    /** Sends one malformed record of every kind, in any order; returns how many. */
    public int sendMalformed(String topic) throws InterruptedException, ExecutionException {
        var garbage = new ArrayList<>(new MalformedRecords(topic).oneOfEach(random));
        Collections.shuffle(garbage, random);
        send(garbage);
        return garbage.size();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException, ExecutionException {
        var sent = records.stream().map(producer::send).toList();
        producer.flush();
        for (var acknowledgement : sent) {
            acknowledgement.get();
        }
    }
}
