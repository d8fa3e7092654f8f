package io.counterpart.hq.operation.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.operation.OperationEditService;
import io.counterpart.hq.operation.OperationRow;
import io.counterpart.hq.synchronization.ImmediateConversion;

/**
 * Repairs and converts operations in a transaction that is rolled back, so that a preview follows the very rules of the
 * run: edits, identities, and duplicates, also among the operations themselves.
 */
@Component
class BulkRepairRehearsal {

    private final BulkRepairRepository repairs;
    private final OperationEditService operations;
    private final BulkRepairStep step;
    private final ImmediateConversion conversion;
    private final TransactionTemplate transaction;

    BulkRepairRehearsal(
            BulkRepairRepository repairs,
            OperationEditService operations,
            BulkRepairStep step,
            ImmediateConversion conversion,
            TransactionTemplate transaction) {
        this.repairs = repairs;
        this.operations = operations;
        this.step = step;
        this.conversion = conversion;
        this.transaction = transaction;
    }

    /** The operations that would fail, by row ID, with the reason. */
    Map<Long, String> failures(BulkRepair bulk, List<Long> recids) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return tried(bulk, recids);
            }));
        } catch (NumberSequenceExhaustedException e) {
            return everyOne(recids, "The number sequence has run out. Extend it first.");
        } catch (RuntimeException e) {
            return recids.size() == 1
                    ? everyOne(recids, "The database rejected a value of this operation.")
                    : oneByOne(bulk, recids);
        }
    }

    private Map<Long, String> tried(BulkRepair bulk, List<Long> recids) {
        var failures = new HashMap<Long, String>();
        for (long recid : recids) {
            OperationRow operation = operations.find(repairs.operation(recid).orElseThrow());
            String reason = step.prepare(bulk, operation);
            if (reason != null) {
                failures.put(recid, reason);
            }
        }
        List<Long> prepared =
                recids.stream().filter(recid -> !failures.containsKey(recid)).toList();
        failures.putAll(conversion.rehearse(prepared));
        return failures;
    }

    // The conversion stopped at one of them; the run converts each on its own, too.
    private Map<Long, String> oneByOne(BulkRepair bulk, List<Long> recids) {
        var failures = new HashMap<Long, String>();
        recids.forEach(recid -> failures.putAll(failures(bulk, List.of(recid))));
        return failures;
    }

    private static Map<Long, String> everyOne(List<Long> recids, String reason) {
        var failures = new HashMap<Long, String>();
        recids.forEach(recid -> failures.put(recid, reason));
        return failures;
    }
}
