package io.counterpart.hq.synchronization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.staging.OperationReader;

/** Claims open operations: the queue of Synchronize. */
@Repository
class OpenOperationRepository {

    private static final String COLUMNS = """
            select recid, payload, traceparent, uploaded_at, staged_at, told, decision, link_to
            from picked join async_operation using (recid)
            order by recid
            """;

    private static final String CLAIM = """
            with picked as (
              select recid, told, decision, link_to from open_operation
              where status = 'PENDING' and next_attempt_at <= :now::timestamptz
              order by recid limit :limit
              for update skip locked)
            """ + COLUMNS;

    // All open operations of customers with an order: an order requires its customer with all earlier operations
    // applied.
    private static final String CLAIM_ORDERED = """
            with picked as (
              select recid, told, decision, link_to from open_operation
              where status = 'PENDING' and async_customer_id in (
                select async_customer_id from open_operation
                where is_order and status = 'PENDING' order by recid limit :limit)
              order by recid
              for update skip locked)
            """ + COLUMNS;

    private static final String CLAIM_SOME = """
            with picked as (
              select recid, told, decision, link_to from open_operation
              where recid = any(:recids) and status <> 'WAITING'
              order by recid
              for update skip locked)
            """ + COLUMNS;

    private static final String CLAIM_OF_CUSTOMER = """
            with picked as (
              select recid, told, decision, link_to from open_operation
              where async_customer_id = :customer
                and (status <> 'FAILED'
                  or recid = (select recid from async_operation where operation_id = :operation::uuid))
              order by recid
              for update)
            """ + COLUMNS;

    // RECIDs are assigned in the order of staging. The first condition ends a search at once if even the oldest entry
    // is new,
    // and the upper bound avoids scanning a backlog without old entries.
    private static final String UNTOLD = """
            with picked as (
              select open_operation.recid, told, decision, link_to
              from open_operation
              join async_operation using (recid)
              where (select staged_at from async_operation
                  where recid = (select min(recid) from open_operation where told = 0 and operation_number = 1))
                  < :before::timestamptz
                and told = 0 and open_operation.operation_number = 1
                and open_operation.recid <= (
                  select recid from async_operation where staged_at < :before::timestamptz order by recid desc limit 1)
                and kind = 'CREATE_CUSTOMER'
                and not exists (
                  select from customer where customer.async_customer_id = open_operation.async_customer_id)
              order by open_operation.recid limit :limit
              for update of open_operation skip locked)
            """ + COLUMNS;

    private final JdbcClient jdbc;
    private final OperationReader reader;

    OpenOperationRepository(JdbcClient jdbc, OperationReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** Whether an operation of one of these customers is open, in whatever status. */
    boolean isAnyOpen(Collection<UUID> customers) {
        return jdbc.sql("select exists (select from open_operation where async_customer_id = any(:customers))")
                .param("customers", customers.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    List<OpenOperation> claim(int limit, Instant now) {
        return jdbc.sql(CLAIM)
                .param("limit", limit)
                .param("now", now.toString())
                .query(this::open)
                .list();
    }

    List<OpenOperation> claimOrdered(int customers) {
        return jdbc.sql(CLAIM_ORDERED)
                .param("limit", customers)
                .query(this::open)
                .list();
    }

    List<OpenOperation> claim(Collection<Long> recids) {
        return jdbc.sql(CLAIM_SOME)
                .param("recids", recids.toArray(Long[]::new))
                .query(this::open)
                .list();
    }

    /** Claims the open operations of this operation's customer; waits for transactions that hold their locks. */
    List<OpenOperation> claimAround(CustomerOperation operation) {
        return claimOf(operation.asyncCustomerId(), operation.operationId().toString());
    }

    /** Claims the open operations of a customer that did not fail; waits for transactions that hold their locks. */
    List<OpenOperation> claimOf(UUID customer) {
        return claimOf(customer, null);
    }

    private List<OpenOperation> claimOf(UUID customer, @Nullable String operation) {
        return jdbc.sql(CLAIM_OF_CUSTOMER)
                .param("customer", customer)
                .param("operation", operation)
                .query(this::open)
                .list();
    }

    List<OpenOperation> untold(Instant stagedBefore, int limit) {
        return jdbc.sql(UNTOLD)
                .param("before", stagedBefore.toString())
                .param("limit", limit)
                .query(this::open)
                .list();
    }

    // Unreadable JSON is a fault of the data and must not stop other operations.
    OpenOperation open(ResultSet row, int number) throws SQLException {
        long recid = row.getLong("recid");
        try {
            return new OpenOperation(
                    recid,
                    reader.read(row.getString("payload")),
                    row.getString("traceparent"),
                    row.getTimestamp("uploaded_at").toInstant(),
                    row.getTimestamp("staged_at").toInstant(),
                    row.getInt("told"),
                    decision(row));
        } catch (RuntimeException e) {
            throw new UnreadableOperationException(recid, e);
        }
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String kind = row.getString("decision");
        return kind == null ? null : new Decision(Decision.Kind.valueOf(kind), row.getObject("link_to", UUID.class));
    }

    /** Reports that the JSON of a staged operation cannot be parsed. */
    static class UnreadableOperationException extends IllegalArgumentException {

        private final long recid;

        UnreadableOperationException(long recid, Throwable cause) {
            super("The operation cannot be read", cause);
            this.recid = recid;
        }

        long recid() {
            return recid;
        }
    }
}
