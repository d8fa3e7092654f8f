package io.counterpart.hq.channel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.customer.CustomersChanged;

/** A default customer that is edited changes what new customers take over: its channels are told, in one transaction. */
@Component
class DefaultCustomerWatch {

    private final ConfigurationPublication publication;

    DefaultCustomerWatch(ConfigurationPublication publication) {
        this.publication = publication;
    }

    @EventListener
    void on(CustomersChanged changed) {
        publication.channelsOfDefaultCustomers(changed.accountNumbers());
    }
}
