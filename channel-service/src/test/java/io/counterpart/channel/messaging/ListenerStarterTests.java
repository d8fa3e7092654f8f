package io.counterpart.channel.messaging;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerStarterTests {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainUntilTheNameOfTheBrokerResolves() {
        var container = container();
        var start = new ListenerStarter(new SingleContainerRegistry(container));

        start.startPending();
        assertThat(container.isRunning()).isFalse();
        start.startPending();

        assertThat(container.isRunning()).isTrue();
        assertThat(tries).hasValue(2);
        start.startPending();
        assertThat(tries).hasValue(2);
        container.stop();
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container() {
        var properties = new ContainerProperties("topic");
        properties.setGroupId("group");
        properties.setMessageListener((MessageListener<String, byte[]>) message -> {});
        return new ConcurrentMessageListenerContainer<>(new FailsFirstStartContainer(), properties);
    }

    /** Creates a consumer at the second attempt. */
    private final class FailsFirstStartContainer extends DefaultKafkaConsumerFactory<String, byte[]> {

        FailsFirstStartContainer() {
            super(Map.of());
        }

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group,
                @Nullable String clientId,
                @Nullable String suffix,
                @Nullable Properties properties) {
            if (tries.incrementAndGet() == 1) {
                throw new KafkaException("No resolvable bootstrap urls");
            }
            return new MockConsumer<>("earliest");
        }
    }

    private static final class SingleContainerRegistry extends KafkaListenerEndpointRegistry {

        private final MessageListenerContainer container;

        SingleContainerRegistry(MessageListenerContainer container) {
            this.container = container;
        }

        @Override
        public Set<String> getListenerContainerIds() {
            return Set.of("listener");
        }

        @Override
        public MessageListenerContainer getListenerContainer(String id) {
            return container;
        }
    }
}
