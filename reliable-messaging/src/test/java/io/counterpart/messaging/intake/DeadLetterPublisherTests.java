package io.counterpart.messaging.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.RecordSender;

import static org.assertj.core.api.Assertions.assertThat;

/** Dead letters that are sent again are reported as sent only when Kafka has acknowledged them. */
class DeadLetterPublisherTests {

    private final FailingProducer kafka = new FailingProducer();
    private final DeadLetterPublisher publisher =
            new DeadLetterPublisher(new RecordSender(() -> kafka), new SimpleMeterRegistry());

    @Test
    void sendsAllInTheirOrder() {
        var result = publisher.republish(letters("a", "b", "c"));

        assertThat(result.acknowledged()).containsExactly("a", "b", "c");
        assertThat(result.complete()).isTrue();
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
    }

    @Test
    void stopsAtTheFirstThatTheBrokerDoesNotTake() {
        kafka.failures.put("b", new TimeoutException("Topic not present in metadata"));

        var result = publisher.republish(letters("a", "b", "c"));

        assertThat(result.acknowledged()).containsExactly("a");
        assertThat(result.complete()).isFalse();
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("a");
    }

    @Test
    void stopsWhenThereIsNoProducer() {
        var without = new DeadLetterPublisher(
                new RecordSender(() -> {
                    throw new KafkaException("No resolvable bootstrap urls");
                }),
                new SimpleMeterRegistry());

        var result = without.republish(letters("a", "b"));

        assertThat(result.acknowledged()).isEmpty();
        assertThat(result.complete()).isFalse();
    }

    @Test
    void leavesOutOnlyTheRecordThatIsTooLarge() {
        kafka.failures.put("b", new RecordTooLargeException("b"));

        var result = publisher.republish(letters("a", "b", "c"));

        assertThat(result.acknowledged()).containsExactly("a", "c");
        assertThat(result.complete()).isTrue();
    }

    private static Map<String, ProducerRecord<String, byte[]>> letters(String... keys) {
        var letters = new LinkedHashMap<String, ProducerRecord<String, byte[]>>();
        for (String key : keys) {
            letters.put(key, new ProducerRecord<>("cdx.p-0001", key, new byte[0]));
        }
        return letters;
    }

    /** Fails for some keys. */
    private static final class FailingProducer extends MockProducer<String, byte[]> {

        final Map<String, KafkaException> failures = new LinkedHashMap<>();

        FailingProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            KafkaException failure = failures.get(record.key());
            return failure == null ? super.send(record) : CompletableFuture.failedFuture(failure);
        }
    }
}
