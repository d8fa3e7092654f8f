package io.counterpart.hq.feature;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.Features;

/**
 * What a channel does when a feature is disabled.
 *
 * @param rejected message key: which entries it rejects
 * @param waiting message key: what users cannot do until HQ has answered; null: nothing waits
 */
record DisabledFeatureEffect(String rejected, @Nullable String waiting) {

    private static final DisabledFeatureEffect UNKNOWN =
            new DisabledFeatureEffect("featureDisable.rejected.other", null);

    private static final Map<String, DisabledFeatureEffect> BY_FEATURE = Map.of(
            Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
            new DisabledFeatureEffect("featureDisable.rejected.enhanced", null),
            Features.ASYNC_CUSTOMER_ADDRESSES,
            new DisabledFeatureEffect("featureDisable.rejected.addresses", "featureDisable.waiting.addresses"),
            Features.ASYNC_CUSTOMER_EDITING,
            new DisabledFeatureEffect("featureDisable.rejected.editing", "featureDisable.waiting.editing"),
            Features.MULTIPLE_EMAILS_AND_PHONES,
            new DisabledFeatureEffect("featureDisable.rejected.contacts", null));

    static DisabledFeatureEffect of(String feature) {
        return BY_FEATURE.getOrDefault(feature, UNKNOWN);
    }
}
