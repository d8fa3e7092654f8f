package io.counterpart.channel.customer;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.problem.ProblemType;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.configuration.GlobalConfiguration;

/** What can be done with a customer now, so that a till need not offer a button that will fail. */
record Capabilities(
        Capability edit,
        Capability addAddress,
        Capability editAddress,
        Capability issueLoyaltyCard,
        Capability syncOrder) {

    static Capabilities of(Customer customer, Optional<GlobalConfiguration> global) {
        if (customer.isBlocked()) {
            Capability blocked = Capability.not(ProblemType.CUSTOMER_BLOCKED);
            return new Capabilities(blocked, blocked, blocked, blocked, blocked);
        }
        boolean pending = customer.progress().isPending();
        Capability edit = without(pending, Features.ASYNC_CUSTOMER_EDITING, global)
                ? Capability.not(ProblemType.EDIT_NOT_AVAILABLE_WHILE_PENDING)
                : Capability.YES;
        Capability addAddress = without(pending, Features.ASYNC_CUSTOMER_ADDRESSES, global)
                ? Capability.not(ProblemType.ADDRESS_NOT_AVAILABLE_WHILE_PENDING)
                : Capability.YES;
        Capability needsNumber = pending ? Capability.not(ProblemType.CUSTOMER_PENDING_SYNC) : Capability.YES;
        return new Capabilities(edit, addAddress, edit, needsNumber, needsNumber);
    }

    private static boolean without(boolean pending, String feature, Optional<GlobalConfiguration> global) {
        return pending
                && !global.map(rules -> rules.enabledFeatures().contains(feature))
                        .orElse(false);
    }

    /**
     * One thing that can be done or not.
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
