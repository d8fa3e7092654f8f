package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.function.Predicate;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.configuration.Features;
import io.counterpart.support.problem.Problem;

/** What may be done to a customer now. The one place that decides it, for answers (capabilities) and for requests. */
public final class EditPolicy {

    private EditPolicy() {}

    /** The kinds of edits, each with the feature that lets it happen without HQ. */
    public enum EditAction {
        EDIT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The customer can be edited as soon as headquarters has caught up. Please try again in a moment."),
        ADD_ADDRESS(
                Features.ASYNC_CUSTOMER_ADDRESSES,
                ChannelProblem.ADDRESS_NOT_AVAILABLE_WHILE_PENDING,
                "An address can be added as soon as headquarters has caught up. Please try again in a moment."),
        EDIT_ADDRESS(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The address can be changed as soon as headquarters has caught up. Please try again in a moment."),
        ADD_CONTACT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "An email or phone can be added as soon as headquarters has caught up. Please try again in a moment."),
        EDIT_CONTACT(
                Features.ASYNC_CUSTOMER_EDITING,
                ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
                "The email or phone can be changed as soon as headquarters has caught up. Please try again in a moment.");

        private final String feature;
        private final ChannelProblem whilePending;
        private final String description;

        EditAction(String feature, ChannelProblem whilePending, String words) {
            this.feature = feature;
            this.whilePending = whilePending;
            this.description = words;
        }

        /** The feature that lets it happen without HQ. */
        public String feature() {
            return feature;
        }
    }

    /** Why this cannot be done to the customer now; empty: it can. */
    public static Optional<Problem> refusal(EditAction act, CustomerAggregate customer, Predicate<String> features) {
        return refusal(act, customer.customer(), features);
    }

    static Optional<Problem> refusal(EditAction act, Customer customer, Predicate<String> features) {
        if (customer.isBlocked()) {
            return refused(ChannelProblem.CUSTOMER_BLOCKED, "Headquarters has blocked this customer.");
        }
        // Only adding needs it: a consent can be withdrawn whatever is switched off.
        if (act == EditAction.ADD_CONTACT && !features.test(Features.MULTIPLE_EMAILS_AND_PHONES)) {
            return refused(ChannelProblem.FEATURE_DISABLED, "Further emails and phones are switched off.");
        }
        SyncState progress = customer.progress();
        if (act == EditAction.ADD_CONTACT
                && progress.isPending()
                && !features.test(Features.ENHANCED_ASYNC_CUSTOMER_CREATION)) {
            return refused(
                    ChannelProblem.FEATURE_DISABLED,
                    "Further emails and phones cannot be added before the customer has an account number.");
        }
        boolean waits = progress.isPending() || progress.pendingOperations() > 0;
        return waits && !features.test(act.feature) ? refused(act.whilePending, act.description) : Optional.empty();
    }

    private static Optional<Problem> refused(ChannelProblem type, String words) {
        return Optional.of(type.because(words));
    }
}
