package io.counterpart.hq.deadletter;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** A broker for requeued dead letters, which can become unreachable after some records, or slow. */
@TestConfiguration(proxyBeanMethods = false)
class DeadLetterBroker {

    private final AtomicInteger left = new AtomicInteger();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Bean
    @Primary
    DeadLetterPublisher publisherOfTheTest(MeterRegistry registry) {
        return new DeadLetterPublisher(new RecordSender(this::producer), registry);
    }

    private Producer<String, byte[]> producer() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new KafkaException("The test never opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
        if (left.getAndDecrement() <= 0) {
            throw new KafkaException("Unreachable");
        }
        return producer;
    }

    /** Forgets what was sent. */
    void reset() {
        producer.clear();
        gate = new CountDownLatch(0);
        reachable();
    }

    void reachable() {
        left.set(1_000_000);
    }

    void unreachableAfter(int records) {
        left.set(records);
    }

    /** Lets senders wait until the latch is opened. */
    CountDownLatch block() {
        gate = new CountDownLatch(1);
        return gate;
    }

    List<String> sentKeys() {
        return producer.history().stream().map(ProducerRecord::key).toList();
    }
}
