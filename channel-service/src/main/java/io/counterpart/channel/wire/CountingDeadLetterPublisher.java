package io.counterpart.channel.wire;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Dead letters, counted by topic: one is reason enough to look. */
class CountingDeadLetterPublisher extends DeadLetterPublisher {

    private final MeterRegistry registry;

    CountingDeadLetterPublisher(Producer<String, byte[]> producer, MeterRegistry registry) {
        super(producer);
        this.registry = registry;
    }

    @Override
    public void publish(ConsumerRecord<String, byte[]> message, String reason) {
        super.publish(message, reason);
        registry.counter("counterpart.dead.letters", "topic", message.topic()).increment();
    }
}
