package io.counterpart.hq.configuration;

import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.distribution.StaleRecordsPublishedEvent;
import io.counterpart.hq.messaging.TopicsRecreatedEvent;

/** Publishes the configuration again if its topics may have lost it. */
@Component
class ConfigurationRepublisher {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationRepublisher.class);

    private final ConfigurationPublisher publication;

    ConfigurationRepublisher(ConfigurationPublisher publication) {
        this.publication = publication;
    }

    /** The topic was lost and created again in Kafka. */
    @EventListener
    @Transactional
    public void on(TopicsRecreatedEvent recreated) {
        publish(topic -> {
            boolean lost = recreated.names().contains(topic);
            if (lost) {
                log.warn("Topic {} was recreated; the configuration is published again", topic);
            }
            return lost;
        });
    }

    /** A stale record may follow the newer one. */
    @EventListener
    @Transactional
    public void on(StaleRecordsPublishedEvent late) {
        publish(topic -> !late.keysOn(topic).isEmpty());
    }

    private void publish(Predicate<String> isLost) {
        if (isLost.test(Topics.CHANNEL_CONFIGURATION_1070)) {
            publication.allChannels();
        }
        if (isLost.test(Topics.GLOBAL_CONFIGURATION_1110)) {
            publication.global();
        }
    }
}
