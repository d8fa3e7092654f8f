package io.counterpart.faults.check;

import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;

/**
 * The channel shows an operation that HQ refused as failed with a reason, until the operator's decision; then no
 * longer.
 */
final class RefusalsKnown implements Invariant {

    private static final String PROMISE = "refusals known";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        return findings.evidence().refusals().stream()
                .flatMap(refusal -> Stream.concat(known(refusal), settled(refusal)));
    }

    private static Stream<Violation> known(Refusal refusal) {
        boolean shown = refusal.known().status().equals("SYNC_FAILED")
                && !refusal.known().reason().isBlank();
        return shown ? Stream.empty() : Stream.of(violation(refusal, "HQ refused it", refusal.known()));
    }

    private static Stream<Violation> settled(Refusal refusal) {
        boolean clear = refusal.settled().status().equals("SYNCED")
                && refusal.settled().reason().isBlank()
                && refusal.settled().pendingOperations() == 0;
        return clear ? Stream.empty() : Stream.of(violation(refusal, "it was decided", refusal.settled()));
    }

    private static Violation violation(Refusal refusal, String what, Refusal.State shown) {
        return new Violation(
                PROMISE,
                refusal.asyncCustomerId().toString(),
                "%s (%s of operation %s), %s shows %s"
                        .formatted(what, refusal.code(), refusal.operationId(), refusal.database(), shown));
    }
}
