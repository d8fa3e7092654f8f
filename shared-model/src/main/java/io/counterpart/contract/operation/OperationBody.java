package io.counterpart.contract.operation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.order.CustomerOrder;

/** What was done to a customer. In JSON the property {@code kind} tells which of these it is. */
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
})
public sealed interface OperationBody {

    /** The kind as an enum, for headers, columns and switches. */
    @JsonIgnore
    OperationKind kind();

    /** The customer came to be, with these parts; always the first operation of a customer. */
    record CreateCustomer(CustomerContent content) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.CREATE_CUSTOMER;
        }
    }

    /** Fields of the profile were edited. */
    record EditProfile(List<FieldChange> changes) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.EDIT_PROFILE;
        }
    }

    /** An address came to be. */
    record AddAddress(Address address) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.ADD_ADDRESS;
        }
    }

    /** Fields of an address were edited. */
    record EditAddress(UUID addressId, List<FieldChange> changes) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.EDIT_ADDRESS;
        }
    }

    /** An address is no longer used. */
    record DeactivateAddress(UUID addressId) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.DEACTIVATE_ADDRESS;
        }
    }

    /** A secondary contact came to be. */
    record AddContact(Contact contact) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.ADD_CONTACT;
        }
    }

    /** Fields of a secondary contact were edited. */
    record EditContact(UUID contactId, List<FieldChange> changes) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.EDIT_CONTACT;
        }
    }

    /** A secondary contact is no longer used. */
    record DeactivateContact(UUID contactId) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.DEACTIVATE_CONTACT;
        }
    }

    /** The whole set of affiliations was replaced. */
    record SetAffiliations(List<String> oldValue, List<String> newValue) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.SET_AFFILIATIONS;
        }

        /** What the person added. */
        public Set<String> added() {
            return difference(newValue, oldValue);
        }

        /** What the person removed. */
        public Set<String> removed() {
            return difference(oldValue, newValue);
        }

        /** Affiliations after the edit: each is a field of its own, so what others added or removed meanwhile stays. */
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

    /** Attributes were set, changed or emptied, one change for each. */
    record SetAttributes(List<FieldChange> changes) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.SET_ATTRIBUTES;
        }
    }

    /** A storefront's sign-in was found to be this customer. */
    record LinkIdentity(ExternalIdentity identity) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.LINK_IDENTITY;
        }
    }

    /** The customer ordered; HQ makes the order once the customer has an account number. */
    record CreateOrder(CustomerOrder order) implements OperationBody {
        @Override
        public OperationKind kind() {
            return OperationKind.CREATE_ORDER;
        }
    }
}
