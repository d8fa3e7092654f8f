package io.counterpart.hq.configuration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.topics.TopicsRecreatedEvent;

/** Publishes the configuration again if its topics were lost and created again in Kafka. */
@Component
class ConfigurationTopicRecreationListener {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationTopicRecreationListener.class);

    private final ConfigurationPublisher publication;

    ConfigurationTopicRecreationListener(ConfigurationPublisher publication) {
        this.publication = publication;
    }

    @EventListener
    @Transactional
    public void on(TopicsRecreatedEvent recreated) {
        if (recreated.names().contains(Topics.CHANNEL_CONFIGURATION_1070)) {
            publication.allChannels();
            log.warn("Topic {} was recreated; the configuration is published again", Topics.CHANNEL_CONFIGURATION_1070);
        }
        if (recreated.names().contains(Topics.GLOBAL_CONFIGURATION_1110)) {
            publication.global();
            log.warn("Topic {} was recreated; the configuration is published again", Topics.GLOBAL_CONFIGURATION_1110);
        }
    }
}
