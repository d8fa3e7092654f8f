package io.counterpart.contract.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * An operation that HQ has received but not applied.
 *
 * @param source the channel database that made it, as in {@code appliedOperations}: {@code <channel database>} or, for
 *     an operation of an alias, {@code <channel database>/<alias>}
 * @param code stable name of the reason of a refusal
 * @param reason the same as text for a person
 */
public record UnappliedOperation(
        String source,
        int operationNumber,
        Status status,
        @Nullable String code,
        @Nullable String reason) {

    /** Why the operation is not applied. */
    public enum Status {
        /** HQ refused it; an operator at HQ resolves it. */
        FAILED,
        /** It waits behind an operation that HQ refused. */
        WAITING
    }

    /** Whether the operation was made in this channel database. */
    public boolean isOf(String channelDatabase) {
        return source.equals(channelDatabase) || source.startsWith(channelDatabase + "/");
    }
}
