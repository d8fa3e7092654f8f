package io.counterpart.hq.resend;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.topics.TopicsRecreatedEvent;

/** Starts a full resend if the customer topic was lost and created again in Kafka. */
@Component
class CustomerTopicRecreationListener {

    private static final Logger log = LoggerFactory.getLogger(CustomerTopicRecreationListener.class);

    private final ResendService resends;

    CustomerTopicRecreationListener(ResendService resends) {
        this.resends = resends;
    }

    @EventListener
    @Transactional
    public void on(TopicsRecreatedEvent recreated) {
        if (recreated.names().contains(Topics.CUSTOMERS_1010)) {
            int databases = resends.beginForAll("topic " + Topics.CUSTOMERS_1010 + " was re-created");
            log.warn(
                    "Topic {} was recreated; all customers are published again to {} channel databases",
                    Topics.CUSTOMERS_1010,
                    databases);
        }
    }
}
