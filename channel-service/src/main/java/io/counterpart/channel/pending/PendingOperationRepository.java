package io.counterpart.channel.pending;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Joins the operation log with the customers by their primary keys. A partial index of pending customers would cost
 * every creation and every state update of 1010 its heap-only update; the join costs one key lookup per operation.
 */
@Repository
class PendingOperationRepository {

    // A customer that HQ linked to another one is no longer stored here: its creation took effect.
    private static final String PENDING = """
            select operation.replication_counter, operation.id as operation_id, customer.async_customer_id,
              operation.aggregateversion::int as operation_number, customer.created_in_channel as channel,
              operation.created_at as since,
              not exists (
                select from async_operation_queue as queue
                where queue.replication_counter = operation.replication_counter) as uploaded
            from async_operation as operation
            join customer on customer.async_customer_id = operation.aggregateid::uuid
            where customer.applied_operation < operation.aggregateversion
            """;

    private static final String IN_SPAN = PENDING + """
              and operation.replication_counter > :after and operation.replication_counter <= :to
            order by operation.replication_counter
            """;

    private static final String STILL = PENDING + """
              and operation.replication_counter = any(:counters)
            order by operation.replication_counter
            """;

    private static final String END_OF_BATCH = """
            select coalesce(max(replication_counter), 0)
            from (
              select replication_counter from async_operation
              where replication_counter > :after and replication_counter <= :to
              order by replication_counter limit :size) as batch
            """;

    private final JdbcClient jdbc;

    PendingOperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long highestCounter() {
        return jdbc.sql("select coalesce(max(replication_counter), 0) from async_operation")
                .query(Long.class)
                .single();
    }

    /** The last counter of the next batch; 0: there is none. */
    long endOfBatch(long after, long to, int size) {
        return jdbc.sql(END_OF_BATCH)
                .param("after", after)
                .param("to", to)
                .param("size", size)
                .query(Long.class)
                .single();
    }

    List<PendingOperation> pendingIn(long after, long to) {
        return jdbc.sql(IN_SPAN)
                .param("after", after)
                .param("to", to)
                .query(PendingOperation.class)
                .list();
    }

    /** Returns those of the operations that are still pending. */
    List<PendingOperation> stillPending(Collection<Long> counters) {
        return jdbc.sql(STILL)
                .param("counters", counters.toArray(Long[]::new))
                .query(PendingOperation.class)
                .list();
    }
}
