package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerCapabilities.Capability;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;

/** A customer as it sees itself: its data and what it may do with them, without the state of the synchronization. */
record OwnCustomerView(
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        String displayAccountNumber,
        Instant createdAt,
        long version,
        @JsonUnwrapped CustomerProfile profile,
        OwnCapabilities capabilities,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Address> addresses,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Contact> contacts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> affiliations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> attributes) {

    static OwnCustomerView of(CustomerView view) {
        SyncStateView state = view.state();
        CustomerCapabilities capabilities = view.capabilities();
        return new OwnCustomerView(
                state.asyncCustomerId(),
                state.accountNumber(),
                state.displayAccountNumber(),
                state.createdAt(),
                state.version(),
                view.profile(),
                new OwnCapabilities(
                        capabilities.edit(),
                        capabilities.addAddress(),
                        capabilities.editAddress(),
                        capabilities.addContact(),
                        capabilities.editContact()),
                view.addresses(),
                view.contacts(),
                view.affiliations(),
                view.attributes());
    }

    /** The actions that are currently possible for the customer itself. */
    record OwnCapabilities(
            Capability edit,
            Capability addAddress,
            Capability editAddress,
            Capability addContact,
            Capability editContact) {}
}
