package io.counterpart.hq.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a merge of two customers will do.
 *
 * @param survivor the customer that remains
 * @param merged the customer whose IDs become those of the survivor
 * @param fields the fields that one of them has
 * @param undoDays for how many days the merge can be undone
 */
record MergePreview(MergeSide survivor, MergeSide merged, List<MergeField> fields, long undoDays) {

    /**
     * One of the two customers, with the numbers of what it has.
     *
     * @param version states it as {@code If-Match} or {@code mergedVersion}
     * @param openOperations operations that are not applied yet; they are applied to the survivor
     */
    record MergeSide(
            UUID asyncCustomerId,
            String accountNumber,
            String name,
            long version,
            String channel,
            Instant createdAt,
            int addresses,
            int contacts,
            long orders,
            long loyaltyCards,
            long openOperations) {}

    /**
     * A field with one value.
     *
     * @param different whether both have a value, and not the same: an operator should choose
     * @param suggested where the value comes from without a choice
     */
    record MergeField(
            String name,
            @Nullable String survivorValue,
            @Nullable String mergedValue,
            boolean different,
            FieldSource suggested) {}
}
