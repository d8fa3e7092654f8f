package io.counterpart.hq.channel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.master.CustomerMasterStore.CustomersChangedEvent;

/**
 * Publishes the channels of an edited default customer in the transaction of the edit, because new customers inherit
 * from it.
 */
@Component
class DefaultCustomerChangeListener {

    private final ConfigurationPublisher publication;

    DefaultCustomerChangeListener(ConfigurationPublisher publication) {
        this.publication = publication;
    }

    @EventListener
    void on(CustomersChangedEvent changed) {
        publication.channelsOfDefaultCustomers(changed.accountNumbers());
    }
}
