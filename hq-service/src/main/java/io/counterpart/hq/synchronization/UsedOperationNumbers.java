package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.master.OperationResult.Rejected;

/** The used operation numbers that one conversion requires, with the operations that used them. */
final class UsedOperationNumbers {

    static final String CODE = "operation-number-used";

    private final Map<Key, Set<UUID>> holders = new HashMap<>();
    private final Map<Key, CustomerProfile> created = new HashMap<>();
    private final Set<String> restored = new HashSet<>();
    private final Map<OpenOperation, Integer> renumbered = new LinkedHashMap<>();
    private final List<Used> realtime = new ArrayList<>();

    /** @param holders operations that used the numbers of operations of this conversion */
    UsedOperationNumbers(List<Holder> holders) {
        for (Holder holder : holders) {
            var key = new Key(holder.asyncCustomerId(), holder.channelDatabase(), holder.operationNumber());
            add(key, holder.id());
            if (holder.creation() != null) {
                created.put(key, holder.creation());
            }
            if (holder.restored()) {
                restored.add(holder.channelDatabase());
            }
        }
    }

    /** Whether another operation used the number; the same operation or an equal creation is a repetition. */
    boolean isUsedByAnother(CustomerOperation operation) {
        Key key = key(operation, operation.operationNumber());
        if (operation.body() instanceof OperationBody.CreateCustomer creation
                && creation.content().profile().equals(created.get(key))) {
            return false;
        }
        Set<UUID> users = holders.getOrDefault(key, Set.of());
        return !users.isEmpty() && !users.contains(operation.operationId());
    }

    /**
     * Whether an operation with a used number is applied as the next one, by an operator's decision or after a known
     * restore. A creation always requires the decision: only an operator can confirm that two different creations are
     * one customer.
     */
    boolean appliesAsNext(OpenOperation open) {
        return open.isNext()
                || (!open.is(OperationKind.CREATE_CUSTOMER)
                        && restored.contains(open.operation().channelDatabase()));
    }

    /** Records the number with which an operation was applied. */
    void use(OpenOperation open, int number) {
        CustomerOperation operation = open.operation();
        add(key(operation, number), operation.operationId());
        if (operation.body() instanceof OperationBody.CreateCustomer creation) {
            created.put(key(operation, number), creation.content().profile());
        }
        if (number != operation.operationNumber()) {
            renumbered.put(open, number);
        }
        if (open.recid() == null && !open.is(OperationKind.CREATE_CUSTOMER)) {
            realtime.add(new Used(operation, number));
        }
    }

    static Rejected refusal(CustomerOperation operation) {
        return new Rejected(
                CODE,
                ("Channel database %s used operation number %d of this customer for another operation, as it does after"
                                + " it was restored from a backup. Apply this one as the next operation, or skip it.")
                        .formatted(operation.channelDatabase(), operation.operationNumber()));
    }

    Map<OpenOperation, Integer> renumbered() {
        return renumbered;
    }

    /** The operations without a staged row, except creations, which are found by their customer. */
    List<Used> realtime() {
        return realtime;
    }

    private void add(Key key, UUID id) {
        holders.computeIfAbsent(key, it -> new HashSet<>(2)).add(id);
    }

    private static Key key(CustomerOperation operation, int number) {
        return new Key(operation.asyncCustomerId(), operation.channelDatabase(), number);
    }

    private record Key(UUID asyncCustomerId, String channelDatabase, int number) {}

    /** An operation and the number that it used. */
    record Used(CustomerOperation operation, int number) {}

    /**
     * An operation that used a number.
     *
     * @param creation the profile that it created, if it is a creation
     * @param restored whether its channel database is recovering from a restore
     */
    record Holder(
            UUID asyncCustomerId,
            String channelDatabase,
            int operationNumber,
            UUID id,
            @Nullable CustomerProfile creation,
            boolean restored) {}
}
