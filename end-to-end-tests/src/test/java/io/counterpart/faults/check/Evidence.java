package io.counterpart.faults.check;

import java.util.List;

import io.counterpart.faults.history.ClientOperation;

/**
 * What was recorded while the faults went on, because the final state does not tell it any more.
 *
 * @param restores channel databases that were set back
 * @param exempt operations whose effect may be missing: lost with a restored channel database before they were safe
 *     elsewhere, or left out by the operator's decision
 * @param refusals what HQ refused, and what the channel said about it before and after the operator's decision
 * @param conflicts forged operations with an operation number that was used before
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

    /** Whether the channel database of the act lost it with a restore; it comes back once the database has caught up. */
    boolean isForgotten(ClientOperation act) {
        return restores.stream().anyMatch(restore -> restore.forgets(act));
    }

    /** Whether the act was under way during a restore, so that its idempotency key may be lost with its first try. */
    boolean isInterrupted(ClientOperation act) {
        return restores.stream().anyMatch(restore -> restore.interrupts(act));
    }
}
