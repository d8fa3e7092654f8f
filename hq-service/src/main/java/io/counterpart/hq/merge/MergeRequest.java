package io.counterpart.hq.merge;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A decision to merge a customer into another one.
 *
 * @param merged the account number or async customer ID of the customer that does not remain
 * @param mergedVersion its version that the caller has seen
 * @param fields by the name of a field, from which customer it takes its value. A field that is omitted keeps the value
 * of the survivor, or takes that of the merged customer if the survivor has none
 */
record MergeRequest(
        @Nullable String merged,
        @Nullable Long mergedVersion,
        @Nullable Map<String, FieldSource> fields) {}
