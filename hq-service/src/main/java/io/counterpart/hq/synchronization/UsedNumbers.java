package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.customer.Application.Refused;

/** Which operation used which operation number, as far as one conversion has to know. */
final class UsedNumbers {

    static final String CODE = "operation-number-used";

    private final Map<Key, Set<UUID>> holders = new HashMap<>();
    private final Set<String> restored = new HashSet<>();
    private final Map<OpenOperation, Integer> renumbered = new LinkedHashMap<>();
    private final List<Used> realtime = new ArrayList<>();

    /**
     * @param holders operations that used the numbers of operations of this conversion
     */
    UsedNumbers(List<Holder> holders) {
        for (Holder holder : holders) {
            add(new Key(holder.asyncCustomerId(), holder.channelDatabase(), holder.operationNumber()), holder.id());
            if (holder.restored()) {
                restored.add(holder.channelDatabase());
            }
        }
    }

    /** Whether another operation used the number; the same operation again is a repetition. */
    boolean isUsedByAnother(CustomerOperation operation) {
        Set<UUID> users = holders.getOrDefault(key(operation, operation.operationNumber()), Set.of());
        return !users.isEmpty() && !users.contains(operation.operationId());
    }

    /** Whether an operation with a used number is applied as the next one: a person or a known restore decides that. */
    boolean appliesAsNext(OpenOperation open) {
        return open.isNext() || restored.contains(open.operation().channelDatabase());
    }

    /** Notes which number an operation has taken effect with. */
    void use(OpenOperation open, int number) {
        CustomerOperation operation = open.operation();
        add(key(operation, number), operation.operationId());
        if (number != operation.operationNumber()) {
            renumbered.put(open, number);
        }
        if (open.recid() == null && !open.is(OperationKind.CREATE_CUSTOMER)) {
            realtime.add(new Used(operation, number));
        }
    }

    static Refused refusal(CustomerOperation operation) {
        return new Refused(
                CODE,
                ("Channel database %s used operation number %d of this customer for another operation, as it does after"
                                + " it was restored from a backup. Apply this one as the next operation, or skip it.")
                        .formatted(operation.channelDatabase(), operation.operationNumber()));
    }

    Map<OpenOperation, Integer> renumbered() {
        return renumbered;
    }

    /** The operations without a staged row; a creation is found by its customer. */
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
     * @param restored whether its channel database recovers from a restore
     */
    record Holder(UUID asyncCustomerId, String channelDatabase, int operationNumber, UUID id, boolean restored) {}
}
