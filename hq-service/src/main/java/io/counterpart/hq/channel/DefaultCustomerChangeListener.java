package io.counterpart.hq.channel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.master.CustomersChangedEvent;

/** A default customer that is edited changes what new customers take over: its channels are told, in one transaction. */
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
