package io.counterpart.contract.operation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.order.CustomerOrder;

/** The kind-specific part of an operation. In JSON the property {@code kind} identifies the type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OperationBody.CreateCustomer.class, name = "CREATE_CUSTOMER"),
    @JsonSubTypes.Type(value = OperationBody.EditProfile.class, name = "EDIT_PROFILE"),
    @JsonSubTypes.Type(value = OperationBody.AddAddress.class, name = "ADD_ADDRESS"),
    @JsonSubTypes.Type(value = OperationBody.EditAddress.class, name = "EDIT_ADDRESS"),
    @JsonSubTypes.Type(value = OperationBody.DeactivateAddress.class, name = "DEACTIVATE_ADDRESS"),
    @JsonSubTypes.Type(value = OperationBody.AddContact.class, name = "ADD_CONTACT"),
    @JsonSubTypes.Type(value = OperationBody.EditContact.class, name = "EDIT_CONTACT"),
    @JsonSubTypes.Type(value = OperationBody.DeactivateContact.class, name = "DEACTIVATE_CONTACT"),
    @JsonSubTypes.Type(value = OperationBody.SetAffiliations.class, name = "SET_AFFILIATIONS"),
    @JsonSubTypes.Type(value = OperationBody.SetAttributes.class, name = "SET_ATTRIBUTES"),
    @JsonSubTypes.Type(value = OperationBody.LinkIdentity.class, name = "LINK_IDENTITY"),
    @JsonSubTypes.Type(value = OperationBody.CreateOrder.class, name = "CREATE_ORDER"),
    @JsonSubTypes.Type(value = OperationBody.CancelOrder.class, name = "CANCEL_ORDER"),
    @JsonSubTypes.Type(value = OperationBody.AddNote.class, name = "ADD_NOTE"),
})
public sealed interface OperationBody {

    /** The kind as an enum, for headers, columns and switches. */
    @JsonIgnore
    default OperationKind kind() {
        return OperationKind.of(this);
    }

    /** The customer was created with these parts; always the first operation of a customer. */
    record CreateCustomer(CustomerContent content) implements OperationBody {}

    /** Fields of the profile were edited. */
    record EditProfile(List<FieldChange> changes) implements OperationBody {}

    /** An address was added. */
    record AddAddress(Address address) implements OperationBody {}

    /** Fields of an address were edited. */
    record EditAddress(UUID addressId, List<FieldChange> changes) implements OperationBody {}

    /** An address was deactivated. */
    record DeactivateAddress(UUID addressId) implements OperationBody {}

    /** A secondary contact was added. */
    record AddContact(Contact contact) implements OperationBody {}

    /** Fields of a secondary contact were edited. */
    record EditContact(UUID contactId, List<FieldChange> changes) implements OperationBody {}

    /** A secondary contact was deactivated. */
    record DeactivateContact(UUID contactId) implements OperationBody {}

    /** The whole set of affiliations was replaced. */
    record SetAffiliations(List<String> oldValue, List<String> newValue) implements OperationBody {

        public Set<String> added() {
            return difference(newValue, oldValue);
        }

        public Set<String> removed() {
            return difference(oldValue, newValue);
        }

        /** Each affiliation merges independently, so the result preserves what concurrent edits added or removed. */
        public Set<String> mergedInto(Collection<String> current) {
            var merged = new LinkedHashSet<>(current);
            merged.removeAll(removed());
            merged.addAll(added());
            return merged;
        }

        private static Set<String> difference(Collection<String> all, Collection<String> but) {
            var rest = new LinkedHashSet<>(all);
            but.forEach(rest::remove);
            return rest;
        }
    }

    /** Attributes were set, changed or emptied, with one change per attribute. */
    record SetAttributes(List<FieldChange> changes) implements OperationBody {}

    /** A storefront's sign-in was linked to this customer. */
    record LinkIdentity(ExternalIdentity identity) implements OperationBody {}

    /** The customer placed an order; HQ creates it once the customer has an account number. */
    record CreateOrder(CustomerOrder order) implements OperationBody {}

    /**
     * An order of the customer was cancelled, whether HQ has created it or not.
     *
     * @param reason as the user stated it
     */
    record CancelOrder(UUID orderId, @Nullable String reason) implements OperationBody {}

    /** A note on the customer was written; its ID is that of the operation. */
    record AddNote(String text) implements OperationBody {}
}
