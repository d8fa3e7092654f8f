package io.counterpart.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordSenderTests {

    private final MockProducer<String, byte[]> first = producer();
    private final MockProducer<String, byte[]> second = producer();
    private final Deque<Producer<String, byte[]>> made = new ArrayDeque<>(List.of(first, second));
    private final ProducerFactory<String, byte[]> factory = () -> {
        if (made.isEmpty()) {
            throw new KafkaException("No resolvable bootstrap urls");
        }
        return made.pop();
    };

    @Test
    void usesWhateverProducerTheFactoryHas() throws Exception {
        var sender = new RecordSender(factory::createProducer);

        sender.send(record("1")).get();
        sender.send(record("2")).get();

        assertThat(first.history()).hasSize(1);
        assertThat(second.history()).hasSize(1);
        assertThatThrownBy(sender::flush).isInstanceOf(KafkaException.class);
    }

    @Test
    void canBeABeanWhileNoProducerCanBeMade() {
        made.clear();

        var sender = new RecordSender(factory::createProducer);

        assertThatThrownBy(() -> sender.send(record("1")).get()).hasMessage("No resolvable bootstrap urls");
        made.add(first);
        assertThat(sender.send(record("1"))).isDone();
    }

    private static ProducerRecord<String, byte[]> record(String key) {
        return new ProducerRecord<>("topic", key, new byte[0]);
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }
}
