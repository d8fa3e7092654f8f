package io.counterpart.channel.wire;

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

class RenewableProducerTests {

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
        Producer<String, byte[]> shared = RenewableProducer.of(factory);

        shared.send(new ProducerRecord<>("topic", "1", new byte[0])).get();
        shared.send(new ProducerRecord<>("topic", "2", new byte[0])).get();

        assertThat(first.history()).hasSize(1);
        assertThat(second.history()).hasSize(1);
        assertThatThrownBy(() -> shared.flush()).isInstanceOf(KafkaException.class);
    }

    @Test
    void canBeABeanWhileNoProducerCanBeMade() {
        made.clear();

        assertThat(RenewableProducer.of(factory).toString()).contains("RenewableProducer");
    }

    @Test
    void leavesTheClosingToTheFactory() {
        RenewableProducer.of(factory).close();

        assertThat(first.closed()).isFalse();
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }
}
