package io.counterpart.hq.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the operations of a customer, newest first: staged ones, and those that were applied without staging. */
@Repository
class CustomerOperationRepository {

    // A channel uploads an operation to which it got no answer: it is in both tables then.
    private static final String NEWEST = """
            select * from (
              (select a.operation_id, a.kind, a.channel, a.operation_number, a.occurred_at,
                 coalesce(o.status, 'SUCCEEDED') as status, o.error_text, true as staged
               from async_operation a left join open_operation o using (recid)
               where a.async_customer_id = any(:ids) order by a.recid desc limit :limit)
              union all
              (select r.id, r.payload -> 'body' ->> 'kind', coalesce(r.payload ->> 'channel', r.channel_database),
                 r.operation_number, coalesce((r.payload ->> 'occurredAt')::timestamptz, r.applied_at), 'SUCCEEDED', null,
                 false
               from realtime_operation r
               where r.async_customer_id = any(:ids)
                 and not exists (select from async_operation a where a.operation_id = r.id)
               order by r.applied_at desc limit :limit)) as newest
            order by occurred_at desc, operation_number desc limit :limit
            """;

    private final JdbcClient jdbc;

    CustomerOperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerOperationRow> newest(List<UUID> ids, int limit) {
        return jdbc.sql(NEWEST)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(CustomerOperationRow.class)
                .list();
    }

    /**
     * One operation.
     *
     * @param kind null: applied without staging by an earlier version, which did not store it
     * @param staged whether the operation has a page
     */
    record CustomerOperationRow(
            UUID operationId,
            @Nullable String kind,
            String channel,
            int operationNumber,
            Instant occurredAt,
            String status,
            @Nullable String errorText,
            boolean staged) {

        public String tag() {
            return switch (status) {
                case "FAILED" -> "bad";
                case "WAITING" -> "warn";
                case "SUCCEEDED" -> "ok";
                default -> "info";
            };
        }
    }
}
