package io.counterpart.hq.merge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.staging.OperationReader;

/** The table {@code customer_merge}, and what a merge reads of other tables. */
@Repository
class MergeRepository {

    // Like Synchronize: operations first, in their order, then the customers.
    private static final String LOCK_OPEN =
            "select recid from open_operation where async_customer_id = any(:ids) order by recid for update";

    private static final String COUNTS = """
            select
              (select count(*) from sales_order where async_customer_id = any(:ids)) as orders,
              (select count(*) from loyalty_card where async_customer_id = any(:ids)) as cards,
              (select count(*) from open_operation where async_customer_id = any(:ids)) as open
            """;

    private static final String INSERT = """
            insert into customer_merge (id, survivor, survivor_number, merged, merged_number, merged_at, merged_by,
              undo_until, state, published)
            values (:id, :survivor, :survivorNumber, :merged, :mergedNumber, :at::timestamptz, left(:by, 80),
              :until::timestamptz, :state::json, :published::json)
            """;

    private static final String VIEW = """
            select id, survivor, survivor_number, merged, merged_number, merged_at, merged_by, undo_until, undone_at,
              undone_by, undone_at is null and undo_until > :at::timestamptz and state is not null as undoable
            from customer_merge
            """;

    private static final String OF_CUSTOMER =
            VIEW + "where survivor = :id or merged = :id order by merged_at desc, id limit 50";

    private static final String ONE = VIEW + "where id = :id";

    private static final String STATE = "select state::text from customer_merge where id = :id for update";

    // Both customers are two again: nothing has to be kept.
    private static final String UNDONE = """
            update customer_merge set undone_at = :at::timestamptz, undone_by = left(:by, 80), state = null where id = :id
            """;

    private static final String PUBLISH = """
            update customer_merge set published = :published::json where merged = :merged and undone_at is null
            """;

    private static final String PUBLISHED = "select published::text from customer_merge where id = :id";

    private static final String DEFAULT_OF =
            "select channel from channel where default_customer = :number order by channel limit 1";

    // What was applied under these IDs. An operator decided against the skipped ones; open ones are yet to come.
    private static final String APPLIED = """
            select payload::text from async_operation as staged
            where async_customer_id = any(:ids)
              and not exists (select from open_operation as open where open.recid = staged.recid)
              and not exists (select from skipped_operation as skipped where skipped.recid = staged.recid)
            union all
            select payload::text from realtime_operation
            where async_customer_id = any(:ids) and payload is not null
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final OperationReader reader;

    MergeRepository(JdbcClient jdbc, MessageJson json, OperationReader reader) {
        this.jdbc = jdbc;
        this.json = json;
        this.reader = reader;
    }

    /** Locks the open operations, so that no conversion applies them meanwhile. */
    void lockOpen(Collection<UUID> ids) {
        jdbc.sql(LOCK_OPEN).param("ids", array(ids)).query(Long.class).list();
    }

    Counts counts(Collection<UUID> ids) {
        return jdbc.sql(COUNTS).param("ids", array(ids)).query(Counts.class).single();
    }

    void insert(MergeView merge, MergeState state, CustomerSnapshot published) {
        jdbc.sql(INSERT)
                .param("id", merge.id())
                .param("survivor", merge.survivor())
                .param("survivorNumber", merge.survivorNumber())
                .param("merged", merge.merged())
                .param("mergedNumber", merge.mergedNumber())
                .param("at", merge.mergedAt().toString())
                .param("by", merge.mergedBy())
                .param("until", merge.undoUntil().toString())
                .param("state", json.write(state))
                .param("published", json.write(published))
                .update();
    }

    /** The last merges of a customer, newest first. */
    List<MergeView> ofCustomer(UUID id, Instant at) {
        return jdbc.sql(OF_CUSTOMER)
                .param("id", id)
                .param("at", at.toString())
                .query(MergeView.class)
                .list();
    }

    Optional<MergeView> find(UUID id, Instant at) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("at", at.toString())
                .query(MergeView.class)
                .optional();
    }

    /** Locks the merge; null: nothing is kept of it. */
    @Nullable MergeState state(UUID id) {
        String kept = jdbc.sql(STATE)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        return kept == null ? null : json.read(kept, MergeState.class);
    }

    void undone(UUID id, String by, Instant at) {
        jdbc.sql(UNDONE)
                .param("id", id)
                .param("by", by)
                .param("at", at.toString())
                .update();
    }

    CustomerSnapshot published(UUID id) {
        return json.read(jdbc.sql(PUBLISHED).param("id", id).query(String.class).single(), CustomerSnapshot.class);
    }

    /** Keeps what is published of a merged customer from now on. */
    void publish(CustomerSnapshot merged) {
        jdbc.sql(PUBLISH)
                .param("merged", merged.asyncCustomerId())
                .param("published", json.write(merged))
                .update();
    }

    /** A channel with this default customer. */
    Optional<String> channelWithDefault(String accountNumber) {
        return jdbc.sql(DEFAULT_OF)
                .param("number", accountNumber)
                .query(String.class)
                .optional();
    }

    List<CustomerOperation> applied(Collection<UUID> ids) {
        return jdbc.sql(APPLIED).param("ids", array(ids)).query(String.class).list().stream()
                .map(reader::read)
                .toList();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** What a customer has. */
    record Counts(long orders, long cards, long open) {}
}
