package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The progress of the scan, and which customers it compares next. */
@Repository
class DuplicateScanRepository {

    private static final String TRY_LOCK = """
            select after_customer, batches from duplicate_scan where due_at <= :now for update skip locked
            """;

    // Customers are read without a lock, and only those of another version than compared are read completely.
    private static final String SLICE = """
            select customer.async_customer_id, seen.version is distinct from customer.version as changed
            from (
              select async_customer_id, version from customer
              where async_customer_id > :after order by async_customer_id limit :size) as customer
            left join duplicate_scan_customer as seen on seen.async_customer_id = customer.async_customer_id
            order by customer.async_customer_id
            """;

    private static final String REMOVED = """
            select async_customer_id from duplicate_scan_customer as seen
            where async_customer_id > :after and async_customer_id <= :to
              and not exists (select from customer where customer.async_customer_id = seen.async_customer_id)
            """;

    // The count of a pass begins again with its first batch.
    private static final String ADVANCE = """
            update duplicate_scan
            set customers = :read + case when after_customer is null then 0 else customers end,
              after_customer = :after, batches = :batches, due_at = :due,
              completed_at = coalesce(:completed::timestamptz, completed_at)
            """;

    // An estimate of the database, which is sufficient to show the progress.
    private static final String PROGRESS = """
            select customers, completed_at,
              (select greatest(reltuples, 0)::bigint from pg_class where oid = 'customer'::regclass) as estimated
            from duplicate_scan
            """;

    private final JdbcClient jdbc;

    DuplicateScanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if no batch is due, or another instance runs it; the lock ends with the transaction. */
    Optional<ScanState> tryLock(Instant now) {
        return jdbc.sql(TRY_LOCK).param("now", utc(now)).query(ScanState.class).optional();
    }

    List<SliceRow> slice(UUID after, int size) {
        return jdbc.sql(SLICE)
                .param("after", after)
                .param("size", size)
                .query(SliceRow.class)
                .list();
    }

    /** The compared customers of a slice that do not exist any more. */
    List<UUID> removed(UUID after, UUID to) {
        return jdbc.sql(REMOVED)
                .param("after", after)
                .param("to", to)
                .query(UUID.class)
                .list();
    }

    /** @param completed when a pass ended; null: it has not ended */
    void advance(ScanState next, int read, Instant due, @Nullable Instant completed) {
        jdbc.sql(ADVANCE)
                .param("read", read)
                .param("after", next.afterCustomer())
                .param("batches", next.batches())
                .param("due", utc(due))
                .param("completed", completed == null ? null : completed.toString())
                .update();
    }

    ScanProgress progress() {
        return jdbc.sql(PROGRESS).query(ScanProgress.class).single();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * How far the scan is.
     *
     * @param afterCustomer the last customer that was compared in this pass; null: a pass begins
     * @param batches since the last pause
     */
    record ScanState(@Nullable UUID afterCustomer, int batches) {}

    /** A customer, and whether it has changed since it was compared. */
    record SliceRow(UUID asyncCustomerId, boolean changed) {}

    /**
     * The progress for people.
     *
     * @param customers compared in the current pass, or in the last one
     * @param completedAt null: the first pass has not ended
     * @param estimated number of all customers
     */
    record ScanProgress(long customers, @Nullable Instant completedAt, long estimated) {}
}
