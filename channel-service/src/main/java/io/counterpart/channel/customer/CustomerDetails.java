package io.counterpart.channel.customer;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;

/** A customer that is here, as other packages see it. */
public final class CustomerDetails {

    private final UUID askedFor;
    private final Customer customer;
    private final CustomerReader lookup;

    CustomerDetails(UUID askedFor, Customer customer, CustomerReader lookup) {
        this.askedFor = askedFor;
        this.customer = customer;
        this.lookup = lookup;
    }

    public UUID asyncCustomerId() {
        return customer.asyncCustomerId();
    }

    /** Null: pending. */
    public @Nullable String accountNumber() {
        return customer.progress().accountNumber();
    }

    public CustomerProfile profile() {
        return customer.profile();
    }

    public boolean isBlocked() {
        return customer.isBlocked();
    }

    /** Whether HQ found that the id means this customer, which was made under another one. */
    public boolean isLinked() {
        return !customer.asyncCustomerId().equals(askedFor);
    }

    /** Of what was entered; null: this channel database did not see the entry. */
    public @Nullable String entryHash() {
        return customer.entryHash();
    }

    /** With addresses and all; costs statements. */
    public CustomerView loadAllParts() {
        return lookup.view(customer, CustomerInclude.PARTS);
    }

    public CustomerView profileView() {
        return lookup.view(customer, Set.of());
    }
}
