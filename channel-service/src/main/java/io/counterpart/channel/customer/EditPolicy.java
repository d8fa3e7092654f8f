package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.function.Predicate;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.configuration.Features;
import io.counterpart.support.problem.Problem;

/** Decides which edits of a customer are currently allowed, both for capabilities in responses and for requests. */
public final class EditPolicy {

    private EditPolicy() {}

    /** The kinds of edits, each with the feature that allows it without HQ. */
    public enum EditAction {
        EDIT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The customer is pending sync and can be edited when it has an account number. Try again "
                        + "in a few seconds."),
        ADD_ADDRESS(
                Features.ASYNC_CUSTOMER_ADDRESSES,
                ChannelProblem.ADDRESS_NOT_AVAILABLE_WHILE_PENDING,
                "The customer is pending sync. The address can be added when the customer has an account "
                        + "number; try again in a few seconds."),
        EDIT_ADDRESS(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The customer is pending sync. The address can be changed when the customer has an "
                        + "account number; try again in a few seconds."),
        ADD_CONTACT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The customer is pending sync. The contact can be added when the customer has an account "
                        + "number; try again in a few seconds."),
        EDIT_CONTACT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The customer is pending sync. The contact can be changed when the customer has an "
                        + "account number; try again in a few seconds."),
        /** Always allowed: a note waits for nothing and changes nothing. */
        ADD_NOTE("", ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING, "");

        private final String feature;
        private final ChannelProblem whilePending;
        private final String description;

        EditAction(String feature, ChannelProblem whilePending, String message) {
            this.feature = feature;
            this.whilePending = whilePending;
            this.description = message;
        }

        /** Whether the edit is possible without HQ. */
        public boolean isPossibleWithoutHq(Predicate<String> features) {
            return this == ADD_NOTE || features.test(feature);
        }
    }

    /** Why the edit is currently refused; empty: it is allowed. */
    public static Optional<Problem> refusal(EditAction act, CustomerAggregate customer, Predicate<String> features) {
        return refusal(act, customer.customer(), features);
    }

    static Optional<Problem> refusal(EditAction act, Customer customer, Predicate<String> features) {
        if (act == EditAction.ADD_NOTE) {
            return Optional.empty();
        }
        if (customer.isBlocked()) {
            return refused(ChannelProblem.CUSTOMER_BLOCKED, "The customer is blocked at headquarters.");
        }
        // Only adding needs the feature: a consent can be withdrawn even if the feature is disabled.
        if (act == EditAction.ADD_CONTACT && !features.test(Features.MULTIPLE_EMAILS_AND_PHONES)) {
            return refused(ChannelProblem.FEATURE_DISABLED, "Additional contacts are disabled.");
        }
        SyncState progress = customer.progress();
        if (act == EditAction.ADD_CONTACT
                && progress.isPending()
                && !features.test(Features.ENHANCED_ASYNC_CUSTOMER_CREATION)) {
            return refused(
                    ChannelProblem.FEATURE_DISABLED,
                    "Additional contacts cannot be added before the customer has an account number.");
        }
        boolean waits = progress.isPending() || progress.pendingOperations() > 0;
        return waits && !features.test(act.feature) ? refused(act.whilePending, act.description) : Optional.empty();
    }

    private static Optional<Problem> refused(ChannelProblem type, String message) {
        return Optional.of(type.because(message));
    }
}
