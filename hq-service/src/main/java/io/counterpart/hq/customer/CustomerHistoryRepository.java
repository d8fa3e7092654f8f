package io.counterpart.hq.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the edits of a customer, newest first: of channels with and without staging, and of users of HQ. */
@Repository
class CustomerHistoryRepository {

    // A removed address is closed, not deleted. Edits at HQ are audited, with the same values.
    private static final String EDITS = """
            with staged as (
              select a.occurred_at as at, a.kind, null::text as actor, null::text as actor_type, a.channel, a.operation_id,
                (a.payload -> 'body')::text as body, null::text as changes, null::text as reason,
                exists (select from operation_attempt t where t.recid = a.recid and t.outcome = 'OVERRIDDEN') as overridden
              from async_operation a
              where a.async_customer_id = any(:ids)
                and a.kind not in ('CREATE_CUSTOMER', 'CREATE_ORDER', 'CANCEL_ORDER', 'ADD_NOTE')
                and not exists (select from open_operation o where o.recid = a.recid)
                and not exists (
                  select from audit_entry e where e.subject = a.operation_id::text and e.action = 'ignore')
              order by a.recid desc limit :limit
            ), realtime as (
              select (r.payload ->> 'occurredAt')::timestamptz, r.payload -> 'body' ->> 'kind', null, null,
                r.payload ->> 'channel', null::uuid, (r.payload -> 'body')::text, null, null, false
              from realtime_operation r
              where r.async_customer_id = any(:ids) and r.channel_database <> 'hq'
                and r.payload -> 'body' ->> 'kind' not in ('CREATE_ORDER', 'CANCEL_ORDER')
                and not exists (select from async_operation a where a.operation_id = r.id)
              order by r.applied_at desc limit :limit
            ), audited as (
              select at, coalesce(detail ->> 'kind', action), actor, actor_type, 'HQ', null::uuid, null, changes::text,
                detail ->> 'reason', false
              from audit_entry
              where subject = any(:subjects) and action in ('block', 'edit-customer', 'unblock')
              order by id desc limit :limit
            )
            select edits.*, (
              select concat_ws(' ', street, street_number, zip_code, city, country) from customer_address
              where kind = 'DEACTIVATE_ADDRESS' and async_customer_id = :customer
                and address_id::text = body::json ->> 'addressId'
              order by valid_to desc limit 1) as removed
            from (select * from staged union all select * from realtime union all select * from audited) as edits
            order by at desc limit :limit
            """;

    private static final String LAST_BLOCK = """
            select at, actor, detail ->> 'reason' as reason from audit_entry
            where subject = :subject and action = 'block' order by id desc limit 1
            """;

    private final JdbcClient jdbc;

    CustomerHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ids the async customer ID, and its aliases
     * @param subjects of its audit entries
     */
    List<EditRow> edits(List<UUID> ids, List<String> subjects, int limit) {
        return jdbc.sql(EDITS)
                .param("ids", ids.toArray(UUID[]::new))
                .param("customer", ids.get(0))
                .param("subjects", subjects.toArray(String[]::new))
                .param("limit", limit)
                .query(EditRow.class)
                .list();
    }

    Optional<BlockRow> lastBlock(String accountNumber) {
        return jdbc.sql(LAST_BLOCK)
                .param("subject", accountNumber)
                .query(BlockRow.class)
                .optional();
    }

    /**
     * An edit.
     *
     * @param actor null: unknown, in a channel
     * @param actorType null: unknown, or from an earlier version
     * @param operationId of a staged operation, which has a page
     * @param body of the operation, in JSON
     * @param changes of the audit entry, in JSON
     * @param overridden whether newer values were kept instead
     * @param removed the address that was removed
     */
    record EditRow(
            Instant at,
            String kind,
            @Nullable String actor,
            @Nullable String actorType,
            String channel,
            @Nullable UUID operationId,
            @Nullable String body,
            @Nullable String changes,
            @Nullable String reason,
            boolean overridden,
            @Nullable String removed) {}

    /** Who blocked the customer, and why; earlier versions did not store the reason. */
    record BlockRow(Instant at, String actor, @Nullable String reason) {}
}
