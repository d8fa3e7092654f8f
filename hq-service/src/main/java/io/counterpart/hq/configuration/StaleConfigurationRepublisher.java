package io.counterpart.hq.configuration;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.distribution.StaleRecordsPublishedEvent;

/** Publishes the configuration again if a stale record may follow the newer one on 1070 or 1110. */
@Component
class StaleConfigurationRepublisher {

    private final ConfigurationPublisher publication;

    StaleConfigurationRepublisher(ConfigurationPublisher publication) {
        this.publication = publication;
    }

    @EventListener
    @Transactional
    public void on(StaleRecordsPublishedEvent late) {
        if (!late.keysOn(Topics.CHANNEL_CONFIGURATION_1070).isEmpty()) {
            publication.allChannels();
        }
        if (!late.keysOn(Topics.GLOBAL_CONFIGURATION_1110).isEmpty()) {
            publication.global();
        }
    }
}
