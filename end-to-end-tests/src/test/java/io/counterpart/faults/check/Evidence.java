package io.counterpart.faults.check;

import java.util.List;

import io.counterpart.faults.history.ClientOperation;

/**
 * What was recorded during the faults, because it is not visible in the final state.
 *
 * @param restores channel databases that were restored to an earlier state
 * @param exempt operations whose effect may be missing: lost with a restored channel database before they were stored
 *     elsewhere, or skipped by the operator's decision
 * @param refusals what HQ refused, and what the channel reported about it before and after the operator's decision
 * @param conflicts forged operations with an operation number that was already in use
 */
public record Evidence(
        List<Restore> restores, List<ExemptOperation> exempt, List<Refusal> refusals, List<Conflict> conflicts) {

    /** Nothing was restored, refused or forged. */
    public static Evidence none() {
        return new Evidence(List.of(), List.of(), List.of(), List.of());
    }

    boolean isExempt(ClientOperation act) {
        return exempt.stream().anyMatch(operation -> operation.carries(act.doing()));
    }

    /**
     * Whether the channel database of the operation lost it with a restore; it returns once the database has caught up.
     */
    boolean isForgotten(ClientOperation act) {
        return restores.stream().anyMatch(restore -> restore.forgets(act));
    }

    /**
     * Whether the operation was in progress during a restore, so that its idempotency key may be lost with its first
     * attempt.
     */
    boolean isInterrupted(ClientOperation act) {
        return restores.stream().anyMatch(restore -> restore.interrupts(act));
    }
}
