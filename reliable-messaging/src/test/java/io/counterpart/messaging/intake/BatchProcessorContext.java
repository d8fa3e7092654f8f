package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.KafkaBench;
import io.counterpart.messaging.RecordSender;

/** A batch processor with a real broker for its dead letters. */
abstract class BatchProcessorContext {

    static int topics;

    final String topic = "intake-%d-%d".formatted(ProcessHandle.current().pid(), ++topics);

    final List<Integer> taken = new ArrayList<>();
    final MeterRegistry meters = new SimpleMeterRegistry();
    int calls;

    BatchProcessorContext() {
        KafkaBench.createTopic(topic + ".dlt");
    }

    BatchProcessor<Integer> intake(Consumer<List<ReceivedRecord<Integer>>> handler) {
        return new BatchProcessor<>(
                BatchProcessorContext::decode,
                received -> {},
                handler,
                deadLetterPublisher(KafkaBench.producer()),
                BatchSpans.NONE);
    }

    DeadLetterPublisher deadLetterPublisher(Producer<String, byte[]> producer) {
        return new DeadLetterPublisher(new RecordSender(() -> producer), meters);
    }

    static int decode(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8));
    }

    void take(List<ReceivedRecord<Integer>> batch) {
        batch.forEach(received -> taken.add(received.value()));
    }

    List<ConsumerRecord<String, byte[]>> records(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> {
                    var record = new ConsumerRecord<>(topic, 0, i, "key", values[i].getBytes(StandardCharsets.UTF_8));
                    record.headers().add("traceparent", "00-trace".getBytes(StandardCharsets.UTF_8));
                    return record;
                })
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return KafkaBench.everythingOn(topic + ".dlt");
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> letter) {
        var headers = new TreeMap<String, String>();
        Stream.of(letter.headers().toArray())
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
