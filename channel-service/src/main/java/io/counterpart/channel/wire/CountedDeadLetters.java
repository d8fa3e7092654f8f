package io.counterpart.channel.wire;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

import io.counterpart.messaging.intake.DeadLetters;

/** Dead letters, counted by topic: one is reason enough to look. */
class CountedDeadLetters extends DeadLetters {

    private final MeterRegistry registry;

    CountedDeadLetters(Producer<String, byte[]> producer, MeterRegistry registry) {
        super(producer);
        this.registry = registry;
    }

    @Override
    public void put(ConsumerRecord<String, byte[]> message, String reason) {
        super.put(message, reason);
        registry.counter("counterpart.dead.letters", "topic", message.topic()).increment();
    }
}
