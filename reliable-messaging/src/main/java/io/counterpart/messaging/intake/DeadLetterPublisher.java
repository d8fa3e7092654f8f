package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
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
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);

    private final RecordSender sender;
    private final MeterRegistry registry;

    public DeadLetterPublisher(RecordSender sender, MeterRegistry registry) {
        this.sender = sender;
        this.registry = registry;
    }

    /** Shows these topics with no dead letters, so that the first one is an increase. */
    public void countFromTheStart(List<String> topics) {
        topics.forEach(this::counter);
    }

    private Counter counter(String topic) {
        return Counter.builder("counterpart.dead.letters")
                .description("Records that could not be processed")
                .tag("topic", topic)
                .register(registry);
    }

    public void publish(ConsumerRecord<String, byte[]> record, String reason) {
        try {
            send(letter(record, record.value(), reason));
        } catch (RecordTooLargeException e) {
            // Without this, the record would block its partition permanently. The record itself remains at its original
            // position until the topic's retention removes it.
            send(letter(record, null, "Too large for the dead letters, value left out. " + reason));
        }
        counter(record.topic()).increment();
        log.warn("Dead letter from {}-{} at {}", record.topic(), record.partition(), record.offset());
    }

    /**
     * Sends dead letters to their original topics again, for an operator who expects that they can be processed now;
     * with the headers of their senders, because the signatures include them. Stops at the first record that fails
     * because of the broker: an unreachable one would cost a timeout for each record.
     */
    public <K> RepublishResult<K> republish(Map<K, ProducerRecord<String, byte[]>> originals) {
        var sent = new LinkedHashMap<K, Future<RecordMetadata>>();
        long began = System.nanoTime();
        for (Map.Entry<K, ProducerRecord<String, byte[]>> original : originals.entrySet()) {
            Future<RecordMetadata> result = sendLater(original.getValue());
            sent.put(original.getKey(), result);
            if ((result.isDone() && stateOf(result) == Delivery.BROKER_UNAVAILABLE)
                    || System.nanoTime() - began > LONGEST_SENDING.toNanos()) {
                break;
            }
        }
        return RepublishResult.of(originals.size(), sent);
    }

    // The producer throws some failures and returns others.
    private Future<RecordMetadata> sendLater(ProducerRecord<String, byte[]> original) {
        try {
            return sender.send(original);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Delivery stateOf(Future<RecordMetadata> result) {
        try {
            result.get();
            return Delivery.ACKNOWLEDGED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.BROKER_UNAVAILABLE;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof SerializationException
                    ? Delivery.REJECTED
                    : Delivery.BROKER_UNAVAILABLE;
        }
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

    private enum Delivery {
        ACKNOWLEDGED,
        /** Because of the record: others can be sent. */
        REJECTED,
        BROKER_UNAVAILABLE
    }

    /**
     * What became of records that were sent again.
     *
     * @param acknowledged the keys of those that Kafka has stored
     * @param complete whether all were tried; false: the broker did not answer
     */
    public record RepublishResult<K>(Set<K> acknowledged, boolean complete) {

        static <K> RepublishResult<K> of(int wanted, Map<K, Future<RecordMetadata>> sent) {
            var acknowledged = new LinkedHashSet<K>();
            boolean available = true;
            for (Map.Entry<K, Future<RecordMetadata>> one : sent.entrySet()) {
                Delivery state = stateOf(one.getValue());
                available &= state != Delivery.BROKER_UNAVAILABLE;
                if (state == Delivery.ACKNOWLEDGED) {
                    acknowledged.add(one.getKey());
                }
            }
            return new RepublishResult<>(acknowledged, available && sent.size() == wanted);
        }
    }
}
