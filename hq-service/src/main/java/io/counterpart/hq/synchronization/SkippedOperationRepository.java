package io.counterpart.hq.synchronization;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Operations that were skipped before their turn: an earlier operation of the customer has not arrived. */
@Repository
class SkippedOperationRepository {

    private static final String SKIP = """
            with skipped as (
              delete from open_operation where recid = :recid and status = 'WAITING'
              returning recid, async_customer_id, channel_database, operation_number)
            insert into skipped_operation
            select skipped.*, :now::timestamptz from skipped
            """;

    // They wait again, with the decision to skip them, and become due like other waiting operations.
    private static final String REOPEN = """
            with due as (
              delete from skipped_operation as skipped
              using customer
              where customer.async_customer_id = coalesce(
                  (select async_customer_id from customer_alias where alias = skipped.async_customer_id),
                  skipped.async_customer_id)
                and skipped.operation_number <= coalesce((customer.applied_operations ->>
                  case when customer.async_customer_id = skipped.async_customer_id then skipped.channel_database
                    else skipped.channel_database || '/' || skipped.async_customer_id end)::int, 0) + 1
              returning skipped.recid, skipped.async_customer_id, skipped.channel_database, skipped.operation_number)
            insert into open_operation
              (recid, async_customer_id, channel_database, operation_number, status, next_attempt_at, decision, is_order)
            select recid, due.async_customer_id, due.channel_database, due.operation_number, 'WAITING',
              :now::timestamptz, 'IGNORE', kind = 'CREATE_ORDER'
            from due join async_operation using (recid)
            """;

    private final JdbcClient jdbc;

    SkippedOperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Skips a waiting operation; has no effect on other operations, which are skipped in their turn. */
    void skip(long recid, Instant now) {
        jdbc.sql(SKIP).param("recid", recid).param("now", now.toString()).update();
    }

    /** Reopens the skipped operations whose turn has come, because the earlier operation arrived after all. */
    void reopenDue(Instant now) {
        jdbc.sql(REOPEN).param("now", now.toString()).update();
    }
}
