package io.counterpart.hq.duplicatepair;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.DuplicateReason;

/**
 * Many customers that share a value, such as the phone of a company.
 *
 * @param accountNumber of one of them
 * @param name of the same one
 * @param value what they share
 */
record DuplicateGroup(
        DuplicateReason reason,
        long members,
        Instant foundAt,
        String accountNumber,
        @Nullable String name,
        @Nullable String value) {}
