package io.counterpart.hq.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Everything that HQ has of a customer, for the customer: GDPR Articles 15 and 20.
 *
 * @param addresses with the time from which and until which each was valid; null: still
 * @param consents when and where each consent to marketing was given or withdrawn; earlier releases did not record it
 * @param operations as the channels uploaded them, with old and new values, status and attempts
 * @param realTimeOperations changes that a channel made in sync mode, and changes at HQ
 * @param edits what operations said before an operator corrected them
 * @param auditEntries what users of HQ did with this customer
 */
record PersonalData(
        Instant exportedAt,
        CustomerSnapshot customer,
        List<Map<String, @Nullable Object>> addresses,
        List<Map<String, @Nullable Object>> consents,
        List<Map<String, @Nullable Object>> operations,
        List<Map<String, @Nullable Object>> realTimeOperations,
        List<Map<String, @Nullable Object>> edits,
        List<Map<String, @Nullable Object>> orders,
        List<Map<String, @Nullable Object>> notes,
        List<Map<String, @Nullable Object>> loyaltyCards,
        List<Map<String, @Nullable Object>> auditEntries) {}
