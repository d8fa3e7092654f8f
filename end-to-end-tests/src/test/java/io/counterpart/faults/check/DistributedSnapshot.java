package io.counterpart.faults.check;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A snapshot read from 1010. */
public record DistributedSnapshot(
        UUID asyncCustomerId,
        long version,
        @Nullable String accountNumber,
        String marker,
        Map<String, Integer> appliedOperations,
        Map<String, String> fields) {}
