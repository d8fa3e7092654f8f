package io.counterpart.channel.customer;

import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.ProblemType;

/** The actions that are currently possible for a customer, so that a till need not offer one that would fail. */
record CustomerCapabilities(
        Capability edit,
        Capability addAddress,
        Capability editAddress,
        Capability addContact,
        Capability editContact,
        Capability issueLoyaltyCard,
        Capability syncOrder) {

    /** For a customer that is not stored here: every attempt ends with not found. */
    static final CustomerCapabilities NONE = none(Capability.not(ChannelProblem.CUSTOMER_NOT_FOUND));

    static CustomerCapabilities of(Customer customer, Predicate<String> features) {
        Capability needsNumber = needsNumber(customer);
        return new CustomerCapabilities(
                edit(EditAction.EDIT, customer, features),
                edit(EditAction.ADD_ADDRESS, customer, features),
                edit(EditAction.EDIT_ADDRESS, customer, features),
                edit(EditAction.ADD_CONTACT, customer, features),
                edit(EditAction.EDIT_CONTACT, customer, features),
                needsNumber,
                needsNumber);
    }

    private static CustomerCapabilities none(Capability same) {
        return new CustomerCapabilities(same, same, same, same, same, same, same);
    }

    private static Capability edit(EditAction act, Customer customer, Predicate<String> features) {
        return EditPolicy.refusal(act, customer, features)
                .map(problem -> Capability.not(problem.type()))
                .orElse(Capability.YES);
    }

    private static Capability needsNumber(Customer customer) {
        if (customer.isBlocked()) {
            return Capability.not(ChannelProblem.CUSTOMER_BLOCKED);
        }
        return customer.progress().isPending() ? Capability.not(ChannelProblem.CUSTOMER_PENDING_SYNC) : Capability.YES;
    }

    /**
     * Whether one action is possible.
     *
     * @param reason the problem type that an attempt would end with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Capability(boolean allowed, @Nullable String reason) {

        static final Capability YES = new Capability(true, null);

        static Capability not(ProblemType type) {
            return new Capability(false, type.slug());
        }
    }
}
