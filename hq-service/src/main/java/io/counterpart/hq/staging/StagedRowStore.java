package io.counterpart.hq.staging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;

/** Updates staged rows when operations are completed or edited. */
@Component
public class StagedRowStore {

    private final RetailAsyncRepository repository;
    private final ErasedOperationRepository erased;

    StagedRowStore(RetailAsyncRepository repository, ErasedOperationRepository erased) {
        this.repository = repository;
        this.erased = erased;
    }

    /** Empties the payloads and the {@code RETAILASYNC*} rows of operations whose customer was erased. */
    public void erase(Collection<Long> recids) {
        if (!recids.isEmpty()) {
            erased.erase(recids);
        }
    }

    /** Sets {@code onlineoperationcompleted = 1}, with one statement per table that has rows of these operations. */
    public void complete(List<CompletedOperation> operations, Instant at) {
        Map<RetailAsyncTable, List<CompletedOperation>> byTable = new EnumMap<>(RetailAsyncTable.class);
        for (CompletedOperation done : operations) {
            for (RetailAsyncTable table : RetailAsyncTable.of(done.operation())) {
                byTable.computeIfAbsent(table, it -> new ArrayList<>()).add(done);
            }
        }
        byTable.forEach((table, done) -> repository.complete(table, ids(done), numbers(done), at));
    }

    public void replace(
            CustomerOperation edited,
            String payload,
            @Nullable String traceparent,
            long replicationCounter,
            Instant uploadedAt) {
        repository.savePayload(edited, payload);
        repository.replace(
                new StagedOperation(edited, payload, traceparent, replicationCounter, uploadedAt, false, null));
    }

    private static List<UUID> ids(List<CompletedOperation> done) {
        return done.stream().map(it -> it.operation().operationId()).toList();
    }

    private static List<String> numbers(List<CompletedOperation> done) {
        return done.stream().map(CompletedOperation::accountNumber).toList();
    }

    /** An operation that was applied. */
    public record CompletedOperation(CustomerOperation operation, String accountNumber) {}
}
