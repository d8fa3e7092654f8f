package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.messaging.RecordSender;

/**
 * Publishes unprocessable records unchanged to {@code <topic>.dlt}, with the reason and their original position. It
 * returns only when Kafka has acknowledged them: a record is never skipped and lost.
 */
public final class DeadLetterPublisher {

    /** With which the headers begin that a dead letter adds. */
    public static final String PREFIX = "dlt-";

    public static final String REASON = "dlt-reason";
    public static final String ORIGINAL_TOPIC = "dlt-original-topic";
    public static final String ORIGINAL_PARTITION = "dlt-original-partition";
    public static final String ORIGINAL_OFFSET = "dlt-original-offset";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);
    private static final int LONGEST_REASON = 1000;

    private final RecordSender sender;
    private final MeterRegistry registry;

    public DeadLetterPublisher(RecordSender sender, MeterRegistry registry) {
        this.sender = sender;
        this.registry = registry;
    }

    public void publish(ConsumerRecord<String, byte[]> record, String reason) {
        try {
            send(letter(record, record.value(), reason));
        } catch (RecordTooLargeException e) {
            // Without this, the record would block its partition permanently. The record itself remains at its original
            // position until the topic's retention removes it.
            send(letter(record, null, "Too large for the dead letters, value left out. " + reason));
        }
        registry.counter("counterpart.dead.letters", "topic", record.topic()).increment();
        log.warn("Dead letter from {}-{} at {}", record.topic(), record.partition(), record.offset());
    }

    /**
     * Sends a dead letter to its original topic again, for an operator who expects that it can be processed now; with
     * the headers of its sender, because its signature includes them.
     */
    public void republish(ProducerRecord<String, byte[]> original) {
        send(original);
    }

    private static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> record, byte @Nullable [] value, String reason) {
        var letter = new ProducerRecord<String, byte[]>(record.topic() + ".dlt", record.key(), value);
        record.headers().forEach(letter.headers()::add);
        add(letter, REASON, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        add(letter, ORIGINAL_TOPIC, record.topic());
        add(letter, ORIGINAL_PARTITION, Integer.toString(record.partition()));
        add(letter, ORIGINAL_OFFSET, Long.toString(record.offset()));
        return letter;
    }

    private void send(ProducerRecord<String, byte[]> letter) {
        try {
            sender.send(letter).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while a dead letter was sent", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new KafkaException("Kafka did not take a dead letter", e);
        }
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
