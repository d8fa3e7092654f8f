package io.counterpart.hq.operation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.duplicate.Decision.Kind;
import io.counterpart.hq.duplicatepair.NotSameService;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.hq.synchronization.ImmediateConversion.ConversionResult.Rejected;

/** Applies decisions about failed operations: retry, merge, or skip. */
@Service
public class OperationResolutionService {

    // The ID already has a customer: without this creation, later operations of the channel database apply to that
    // customer.
    private static final String IN_USE = "async-customer-id-in-use";
    private static final String POSSIBLE_DUPLICATE = "possible-duplicate";
    private static final Set<String> OPEN = Set.of("FAILED", "PENDING", "WAITING");
    private static final Set<String> RETRYABLE = Set.of("FAILED", "PENDING");
    private static final String NUMBER_USED = "operation-number-used";

    private final OperationEditService operations;
    private final OperationRepository repository;
    private final ImmediateConversion conversion;
    private final OperationReader reader;
    private final CustomerSearchService customers;
    private final NotSameService notSame;
    private final AuditService audit;
    private final TransactionTemplate transaction;

    OperationResolutionService(
            OperationEditService operations,
            OperationRepository repository,
            ImmediateConversion conversion,
            OperationReader reader,
            CustomerSearchService customers,
            NotSameService notSame,
            AuditService audit,
            TransactionTemplate transaction) {
        this.operations = operations;
        this.repository = repository;
        this.conversion = conversion;
        this.reader = reader;
        this.customers = customers;
        this.notSame = notSame;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Retries an operation; one whose number is used becomes the next operation of its customer.
     *
     * @param createAnyway whether a possible duplicate, or a creation whose ID is in use, becomes a separate customer
     */
    public OperationRow synchronize(UUID operationId, boolean createAnyway) {
        OperationRow row = operations.requireOpen(operationId);
        if (createAnyway && IN_USE.equals(row.errorCode())) {
            createWithNewId(row);
        } else if (createAnyway) {
            decide(row, new Decision(Kind.CREATE, null), "create-anyway", Map.of());
        } else if (NUMBER_USED.equals(row.errorCode())) {
            decide(row, new Decision(Kind.NEXT, null), "apply-as-next", Map.of());
        } else {
            transaction.executeWithoutResult(
                    status -> audit.note("synchronize", row.operationId().toString(), Map.of()));
            numbered(() -> conversion.synchronize(row.recid()));
        }
        return operations.find(operationId);
    }

    // Both IDs are derived from the operation: a decision that is repeated after a crash creates nothing twice.
    private void createWithNewId(OperationRow row) {
        UUID customer = derived("customer", row);
        CustomerOperation creation = reader.read(row.payload()).forCustomer(derived("operation", row), customer);
        numbered(() -> {
            if (conversion.convert(creation) instanceof Rejected rejected) {
                throw HqProblem.HEADQUARTERS_REFUSED.because(rejected.message());
            }
        });
        Map<String, String> detail = Map.of("asyncCustomerId", customer.toString());
        decide(row, new Decision(Kind.IGNORE, null), "create-anyway", detail);
    }

    private static UUID derived(String what, OperationRow row) {
        return UUID.nameUUIDFromBytes((what + " of " + row.operationId()).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the customer of a creation an alias of an existing customer. */
    OperationRow link(UUID operationId, String customer) {
        OperationRow row = operations.requireOpen(operationId);
        if (!isCreation(row)) {
            throw HqProblem.NOT_A_CREATION.because("The operation edits a customer.");
        }
        CustomerSnapshot target = customers.one(customer);
        String number = target.accountNumber();
        if (number == null) {
            throw HqProblem.CUSTOMER_PENDING_SYNC.because("Retry that operation first.");
        }
        decide(row, new Decision(Kind.LINK, target.asyncCustomerId()), "link", Map.of("accountNumber", number));
        return operations.find(operationId);
    }

    /** Skips an operation; later operations of the customer continue. */
    OperationRow ignore(UUID operationId, String reason) {
        OperationRow row = operations.requireOpen(operationId);
        if (isCreation(row) && !IN_USE.equals(row.errorCode())) {
            throw HqProblem.CREATION_CANNOT_BE_IGNORED.because(
                    "The channel uses this customer. Fix the operation, or merge it into an existing " + "customer.");
        }
        decide(row, new Decision(Kind.IGNORE, null), "ignore", Map.of("reason", reason));
        return operations.find(operationId);
    }

    /** The row IDs of matching operations that can be retried, oldest first. */
    public List<Long> retryable(OperationFilter filter, int limit) {
        return repository.open(filter, RETRYABLE, limit);
    }

    SynchronizationResult synchronize(OperationFilter filter, int limit) {
        List<Long> recids = repository.open(filter, OPEN, limit);
        if (recids.isEmpty()) {
            return new SynchronizationResult(0, 0, 0, 0);
        }
        transaction.executeWithoutResult(status -> audit.note("synchronize-all", "filter", described(filter, recids)));
        numbered(() -> conversion.synchronize(recids));
        Map<String, Long> open = repository.statuses(recids);
        long failed = open.getOrDefault("FAILED", 0L);
        long waiting = open.values().stream().mapToLong(it -> it).sum() - failed;
        return new SynchronizationResult(recids.size(), recids.size() - failed - waiting, failed, waiting);
    }

    private void decide(OperationRow row, Decision decision, String action, Map<String, String> detail) {
        transaction.executeWithoutResult(status -> {
            conversion.decide(row.recid(), decision);
            if (decision.kind() == Kind.CREATE && POSSIBLE_DUPLICATE.equals(row.errorCode())) {
                notSame.remember(reader.read(row.payload()));
            }
            audit.note(action, row.operationId().toString(), detail);
        });
        numbered(() -> conversion.synchronize(row.recid()));
    }

    private static void numbered(Runnable act) {
        try {
            act.run();
        } catch (NumberSequenceExhaustedException e) {
            throw HqProblem.NUMBER_SEQUENCE_EXHAUSTED.because("Extend the number sequence first.");
        }
    }

    private static boolean isCreation(OperationRow row) {
        return row.kind().equals(OperationKind.CREATE_CUSTOMER.name());
    }

    private static Map<String, @Nullable Object> described(OperationFilter filter, List<Long> recids) {
        var criteria = new HashMap<String, @Nullable Object>();
        criteria.put("status", filter.status());
        criteria.put("channel", filter.channel());
        criteria.put("kind", filter.kind());
        criteria.put("from", Objects.toString(filter.from(), null));
        criteria.put("to", Objects.toString(filter.to(), null));
        criteria.put("operations", recids.size());
        return criteria;
    }

    /** Counters of a bulk synchronization. */
    record SynchronizationResult(int matched, long succeeded, long failed, long waiting) {}
}
