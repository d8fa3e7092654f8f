package io.counterpart.channel.messaging;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts the listeners once the service is up, and retries on failure: a consumer cannot be created while the broker's
 * name does not resolve, and tills must not wait for that.
 */
@Component
class ListenerStarter {

    private static final Logger log = LoggerFactory.getLogger(ListenerStarter.class);

    private final KafkaListenerEndpointRegistry registry;
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> reported = new HashSet<>();

    ListenerStarter(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void startPending() {
        for (String id : registry.getListenerContainerIds()) {
            MessageListenerContainer container = registry.getListenerContainer(id);
            if (container != null && !started.contains(id)) {
                start(id, container);
            }
        }
    }

    /** Stops all started listeners, so that they are started again. */
    void restart() {
        for (String id : registry.getListenerContainerIds()) {
            MessageListenerContainer container = registry.getListenerContainer(id);
            if (container != null && started.contains(id)) {
                container.stop();
                started.remove(id);
            }
        }
    }

    private void start(String id, MessageListenerContainer container) {
        try {
            container.start();
            started.add(id);
            log.info("Listener {} started", id);
        } catch (RuntimeException e) {
            // A partly started container reports that it runs, and would not start again.
            container.stop();
            if (reported.add(id)) {
                log.warn("Listener {} could not start and will be retried: {}", id, e.getMessage());
            }
        }
    }
}
