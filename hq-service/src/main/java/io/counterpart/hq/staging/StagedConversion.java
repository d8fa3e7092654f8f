package io.counterpart.hq.staging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.CustomerOperation;

/**
 * Converts operations in the transaction that stages them, which saves the second read and the second write of each row.
 * What it does not convert, Synchronize converts later.
 */
public interface StagedConversion {

    /**
     * Applies the operations in memory, and locks their customers until the transaction ends. Empty: not all of them can
     * be applied now; nothing was written.
     */
    Optional<Prepared> prepare(List<NewOperation> operations, Instant now);

    /** Called after the commit of converted operations. */
    void committed(int operations, Instant begun);

    /** Operations that can be written. */
    @FunctionalInterface
    interface Prepared {

        /** Writes the customers; returns the account number of each operation's customer, in order. */
        List<String> write();
    }

    /** An operation that this transaction stages. */
    record NewOperation(
            long recid,
            CustomerOperation operation,
            @Nullable String traceparent,
            Instant uploadedAt) {}
}
