package io.counterpart.hq.feature;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.page.OpenOperationCounts;

/** Counts the operations and customers that are on their way when a feature is disabled. */
@Repository
class PendingWorkRepository {

    private static final String COUNT = """
            select coalesce(sum(pending + waiting + failed), 0)::bigint open_at_hq, coalesce(sum(failed), 0)::bigint failed,
              (select coalesce(sum((report ->> 'waitingOperations')::bigint), 0)::bigint from channel_heartbeat)
                queued_in_channels,
              (select coalesce(sum((report ->> 'pendingCustomers')::bigint), 0)::bigint from channel_heartbeat)
                pending_customers
            from (%s) counts
            """.formatted(OpenOperationCounts.BY_CHANNEL_DATABASE);

    private final JdbcClient jdbc;

    PendingWorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PendingWork count() {
        return jdbc.sql(COUNT).query(PendingWork.class).single();
    }

    /**
     * What is on its way, in all channel databases.
     *
     * @param openAtHq operations that HQ has received and not applied, including failed ones
     * @param queuedInChannels operations that are not uploaded, according to the last heartbeats
     * @param pendingCustomers customers without an answer of HQ, according to the last heartbeats
     */
    record PendingWork(long openAtHq, long failed, long queuedInChannels, long pendingCustomers) {}
}
