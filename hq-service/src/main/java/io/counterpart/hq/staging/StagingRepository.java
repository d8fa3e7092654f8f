package io.counterpart.hq.staging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** The staging tables: two statements and one COPY per table, regardless of the number of operations. */
@Repository
class StagingRepository {

    private static final String EXISTING = "select operation_id from async_operation where operation_id = any(:ids)";

    private static final String CUSTOMERS_OF_DONE = """
            select distinct async_operation.async_customer_id
            from async_operation
            left join open_operation using (recid)
            where operation_id = any(:ids) and open_operation.recid is null
            """;

    // The name of the sequence is resolved once, not for each number.
    private static final String NUMBERS = """
            select nextval((select pg_get_serial_sequence('async_operation', 'recid')::regclass))
            from generate_series(1, :count)
            """;

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    StagingRepository(JdbcClient jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    Set<UUID> findExisting(Collection<UUID> operationIds) {
        return new HashSet<>(jdbc.sql(EXISTING)
                .param("ids", operationIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The async customer IDs of those operations that are done. */
    Set<UUID> customersOfDone(Collection<UUID> operationIds) {
        return new HashSet<>(jdbc.sql(CUSTOMERS_OF_DONE)
                .param("ids", operationIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The row IDs of that many operations. */
    List<Long> newRecids(int count) {
        return jdbc.sql(NUMBERS).param("count", count).query(Long.class).list();
    }

    void insert(List<Long> recids, List<StagedOperation> operations, Instant stagedAt) {
        CopyRows log = operationRows();
        for (int i = 0; i < operations.size(); i++) {
            add(log, recids.get(i), operations.get(i), stagedAt);
        }
        copy.send(log);
    }

    /** Makes the operations open: Synchronize has to convert them. */
    void insertOpen(List<Long> recids, List<StagedOperation> operations, Instant stagedAt) {
        CopyRows open = openRows();
        for (int i = 0; i < operations.size(); i++) {
            addOpen(open, recids.get(i), operations.get(i), stagedAt);
        }
        copy.send(open);
    }

    void insertRetailAsync(List<StagedOperation> operations) {
        var rows = new RetailAsyncRows();
        operations.forEach(rows::add);
        rows.copies().forEach(copy::send);
    }

    private static CopyRows operationRows() {
        return CopyRows.into(
                "async_operation",
                "recid",
                "operation_id",
                "channel_database",
                "channel",
                "replication_counter",
                "async_customer_id",
                "operation_number",
                "kind",
                "payload",
                "traceparent",
                "occurred_at",
                "uploaded_at",
                "staged_at",
                "device",
                "clerk");
    }

    private static void add(CopyRows log, long recid, StagedOperation staged, Instant stagedAt) {
        var operation = staged.operation();
        log.row(
                recid,
                operation.operationId(),
                operation.channelDatabase(),
                operation.channel(),
                staged.replicationCounter(),
                operation.asyncCustomerId(),
                operation.operationNumber(),
                operation.kind(),
                staged.payload(),
                staged.traceparent(),
                operation.occurredAt(),
                staged.uploadedAt(),
                stagedAt,
                operation.device(),
                operation.clerk());
    }

    private static CopyRows openRows() {
        return CopyRows.into(
                "open_operation",
                "recid",
                "async_customer_id",
                "channel_database",
                "operation_number",
                "status",
                "next_attempt_at",
                "is_order");
    }

    private static void addOpen(CopyRows open, long recid, StagedOperation staged, Instant now) {
        var operation = staged.operation();
        open.row(
                recid,
                operation.asyncCustomerId(),
                operation.channelDatabase(),
                operation.operationNumber(),
                "PENDING",
                now,
                operation.kind() == OperationKind.CREATE_ORDER);
    }
}
