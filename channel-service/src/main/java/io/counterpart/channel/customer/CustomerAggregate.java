package io.counterpart.channel.customer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;

/** A stored customer with its addresses and contacts. */
public record CustomerAggregate(Customer customer, List<Address> addresses, List<Contact> contacts) {

    public UUID id() {
        return customer.asyncCustomerId();
    }

    public @Nullable String accountNumber() {
        return customer.progress().accountNumber();
    }

    public long version() {
        return customer.version();
    }

    /** The version in the format of an ETag. */
    public String etag() {
        return "\"" + version() + "\"";
    }

    /** The number of the last operation that was made in this channel database. */
    public int lastOperation() {
        return customer.progress().lastOperation();
    }

    /** Whether HQ has yet to convert the customer or to apply an operation that was made in this channel database. */
    public boolean hasPendingOperations() {
        return customer.progress().isPending() || customer.progress().pendingOperations() > 0;
    }

    public boolean isBlocked() {
        return customer.isBlocked();
    }

    public CustomerContent content() {
        return new CustomerContent(
                customer.profile(),
                addresses,
                contacts,
                customer.affiliations(),
                customer.attributes(),
                customer.externalIdentity());
    }
}
