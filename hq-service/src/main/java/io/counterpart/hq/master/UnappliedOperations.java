package io.counterpart.hq.master;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.counterpart.contract.snapshot.UnappliedOperation;
import io.counterpart.contract.snapshot.UnappliedOperation.Status;

/**
 * The operations of a customer that HQ rejected, and those that wait for them.
 *
 * @param notices how many versions of the customer published nothing else; editors do not count them
 */
public record UnappliedOperations(long notices, List<UnappliedOperation> operations) {

    public static final UnappliedOperations NONE = new UnappliedOperations(0, List.of());

    // Limits the size of a snapshot; the channel still counts omitted operations as pending.
    private static final int MOST = 50;
    private static final int LONGEST_REASON = 500;

    private static final Comparator<UnappliedOperation> ORDER =
            Comparator.comparing(UnappliedOperation::source).thenComparing(UnappliedOperation::operationNumber);

    UnappliedOperations failed(String source, int number, String code, String reason) {
        String shortened = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return with(new UnappliedOperation(source, number, Status.FAILED, code, shortened));
    }

    /** Only operations behind a rejected one are recorded: all others wait only briefly. */
    UnappliedOperations waiting(String source, int number) {
        boolean behindARefusal = operations.stream()
                .anyMatch(it ->
                        it.source().equals(source) && it.status() == Status.FAILED && it.operationNumber() < number);
        return behindARefusal ? with(new UnappliedOperation(source, number, Status.WAITING, null, null)) : this;
    }

    UnappliedOperations without(String source, int number) {
        if (operations.stream().noneMatch(it -> isThis(it, source, number))) {
            return this;
        }
        return new UnappliedOperations(
                notices,
                operations.stream().filter(it -> !isThis(it, source, number)).toList());
    }

    UnappliedOperations noticed() {
        return new UnappliedOperations(notices + 1, operations);
    }

    private UnappliedOperations with(UnappliedOperation operation) {
        var all = new ArrayList<>(without(operation.source(), operation.operationNumber()).operations);
        all.add(operation);
        all.sort(ORDER);
        if (all.size() > MOST) {
            leaveOne(all);
        }
        return new UnappliedOperations(notices, all);
    }

    // Prefers an operation that waits: a rejection has a reason that an operator has to read.
    private static void leaveOne(List<UnappliedOperation> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).status() == Status.WAITING) {
                all.remove(i);
                return;
            }
        }
        all.remove(all.size() - 1);
    }

    private static boolean isThis(UnappliedOperation it, String source, int number) {
        return it.operationNumber() == number && it.source().equals(source);
    }
}
