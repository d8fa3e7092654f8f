package io.counterpart.channel.customer;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** A customer in a response: always the profile and the state, and the requested parts. */
public record CustomerView(
        @JsonUnwrapped SyncStateView state,
        @JsonUnwrapped CustomerProfile profile,
        @Nullable ExternalIdentity externalIdentity,
        CustomerCapabilities capabilities,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Address> addresses,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Contact> contacts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> affiliations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TimelineView timeline)
        implements CustomerFacing {

    /** The permanent key of the customer. */
    public UUID id() {
        return state.asyncCustomerId();
    }

    @Override
    public Object forCustomer() {
        return OwnCustomerView.of(this);
    }

    public URI location() {
        return URI.create("/api/v1/customers/" + id());
    }

    /** The version in the format of an ETag. */
    public String etag() {
        return "\"" + state.version() + "\"";
    }

    /** A view of a customer that only HQ has: no action is possible here until 1010 delivers it. */
    public static CustomerView of(CustomerSnapshot snapshot) {
        return new CustomerView(
                SyncStateView.of(snapshot),
                snapshot.content().profile(),
                snapshot.content().externalIdentity(),
                CustomerCapabilities.NONE,
                null,
                null,
                null,
                null,
                null);
    }

    /** @param notes of the timeline */
    static CustomerView of(
            CustomerAggregate whole,
            List<CustomerNote> notes,
            Set<CustomerInclude> includes,
            Predicate<String> features) {
        Customer customer = whole.customer();
        return new CustomerView(
                SyncStateView.of(customer),
                customer.profile(),
                customer.externalIdentity(),
                CustomerCapabilities.of(customer, features),
                includes.contains(CustomerInclude.ADDRESSES) ? whole.addresses() : null,
                includes.contains(CustomerInclude.CONTACTS) ? whole.contacts() : null,
                includes.contains(CustomerInclude.AFFILIATIONS) ? customer.affiliations() : null,
                includes.contains(CustomerInclude.ATTRIBUTES) ? customer.attributes() : null,
                includes.contains(CustomerInclude.TIMELINE) ? TimelineView.of(customer, notes) : null);
    }
}
