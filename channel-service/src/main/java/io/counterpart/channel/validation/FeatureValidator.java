package io.counterpart.channel.validation;

import java.util.List;
import java.util.Optional;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;

/**
 * Checks which fields a channel accepts with its enabled features. The mode of the channel decides, not the outcome of
 * the creation: if HQ is unreachable, the customer is stored with all its fields.
 */
final class FeatureValidator {

    private final boolean async;
    private final List<String> features;

    FeatureValidator(Optional<ChannelConfiguration> channel, Optional<GlobalConfiguration> global) {
        this.async = channel.map(it -> it.functionalityProfile().createCustomersInAsyncMode())
                .orElse(true);
        this.features = global.map(GlobalConfiguration::enabledFeatures).orElse(List.of());
    }

    void check(CustomerEntry entry) {
        boolean contacts = entry.contacts() != null && !entry.contacts().isEmpty();
        boolean title = entry.title() != null && !entry.title().isBlank();
        if (contacts && !features.contains(Features.MULTIPLE_EMAILS_AND_PHONES)) {
            throw disabled("/contacts", Features.MULTIPLE_EMAILS_AND_PHONES, "Additional contacts are disabled.");
        }
        if (contacts && !isEnhanced()) {
            throw disabled(
                    "/contacts",
                    Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                    "Additional contacts cannot be stored before the customer has an account number.");
        }
        if (title && !isEnhanced()) {
            throw disabled(
                    "/title",
                    Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                    "A title cannot be stored before the customer has an account number.");
        }
    }

    /** Whether new customers inherit the affiliations of the default customer. */
    boolean inheritsAffiliations() {
        return isEnhanced();
    }

    private boolean isEnhanced() {
        return !async || features.contains(Features.ENHANCED_ASYNC_CUSTOMER_CREATION);
    }

    private static Problem disabled(String pointer, String feature, String detail) {
        return new Problem(
                ChannelProblem.FEATURE_DISABLED,
                detail,
                List.of(new FieldError(pointer, "feature-disabled", "Requires the feature %s.".formatted(feature))));
    }
}
