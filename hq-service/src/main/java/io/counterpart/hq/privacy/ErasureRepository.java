package io.counterpart.hq.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and erases the rows with personal data of a customer; runs one statement per table. */
@Repository
class ErasureRepository {

    // Like Synchronize: operations first, in their order, then the customer.
    private static final String LOCK_OPEN = """
            select recid, async_customer_id, channel_database, operation_number, status,
              (select kind from async_operation as staged where staged.recid = open_operation.recid) as kind
            from open_operation where async_customer_id = any(:ids) order by recid for update
            """;

    private static final String OPEN = LOCK_OPEN.replace(" for update", "");

    private static final String RECIDS = "select recid from async_operation where async_customer_id = any(:ids)";

    private static final String PAYLOADS = """
            select payload::text from async_operation where async_customer_id = any(:ids)
            union all
            select payload::text from operation_edit where recid = any(:recids)
            union all
            select payload::text from realtime_operation where async_customer_id = any(:ids) and payload is not null
            union all
            select json_build_object('note', note)::text from sales_order
            where async_customer_id = any(:ids) and note is not null
            union all
            select state::text from customer_merge
            where (survivor = any(:ids) or merged = any(:ids)) and state is not null
            union all
            select json_build_object('street', street, 'phone', phone, 'email', email)::text from customer_address
            where async_customer_id = any(:ids)
            """;

    private static final String CLOSED = """
            insert into operation_attempt (recid, attempt, at, outcome, error_code, error_text)
            select recid,
              coalesce((select max(attempt) from operation_attempt as before where before.recid = closed.recid), 0) + 1,
              :at::timestamptz, 'ERASED', 'customer-erased',
              'Closed without effect: the personal data of the customer were erased.'
            from unnest(:recids::bigint[]) as closed (recid)
            """;

    private final JdbcClient jdbc;

    ErasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenRow> open(List<UUID> ids) {
        return jdbc.sql(OPEN).param("ids", array(ids)).query(OpenRow.class).list();
    }

    /** Locks the open operations until the transaction ends, so that no conversion applies them meanwhile. */
    List<OpenRow> lockOpen(List<UUID> ids) {
        return jdbc.sql(LOCK_OPEN).param("ids", array(ids)).query(OpenRow.class).list();
    }

    List<Long> recids(List<UUID> ids) {
        return jdbc.sql(RECIDS).param("ids", array(ids)).query(Long.class).list();
    }

    /** The account numbers of customers that were merged into this one. */
    List<String> mergedNumbers(List<UUID> ids) {
        return jdbc.sql("select account_number from customer_number_alias where async_customer_id = any(:ids)")
                .param("ids", array(ids))
                .query(String.class)
                .list();
    }

    /** What the customer's operations, orders and merges contain, in JSON. */
    List<String> payloads(List<UUID> ids, List<Long> recids) {
        return jdbc.sql(PAYLOADS)
                .param("ids", array(ids))
                .param("recids", recids.toArray(Long[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    void close(List<OpenRow> open, Instant at) {
        jdbc.sql(CLOSED)
                .param("recids", open.stream().map(OpenRow::recid).toArray(Long[]::new))
                .param("at", at.toString())
                .update();
    }

    /** The number of rows by table. */
    Map<String, Long> count(Selection selection) {
        var rows = new LinkedHashMap<String, Long>();
        for (PersonalDataTable table : PersonalDataTables.all()) {
            rows.put(
                    table.table(),
                    with(selection, jdbc.sql(table.count())).query(Long.class).single());
        }
        return rows;
    }

    /** Returns the number of erased rows by table. */
    Map<String, Long> erase(Selection selection, String actor, Instant at) {
        var rows = new LinkedHashMap<String, Long>();
        for (PersonalDataTable table : PersonalDataTables.all()) {
            int erased = with(selection, jdbc.sql(table.erase()))
                    .param("actor", actor)
                    .param("at", at.toString())
                    .update();
            rows.put(table.table(), (long) erased);
        }
        return rows;
    }

    /** The role of the service cannot change audit entries itself; the transaction has to erase the customer. */
    long eraseAudit(UUID customer, List<String> words) {
        return jdbc.sql("select erase_audit_details(:customer, :words)")
                .param("customer", customer)
                .param("words", words.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec with(Selection selection, JdbcClient.StatementSpec statement) {
        return statement
                .param("ids", array(selection.scope().ids()))
                .param("keys", selection.scope().keys().toArray(String[]::new))
                .param("recids", selection.recids().toArray(Long[]::new))
                .param("named", PersonalWords.patterns(selection.scope().keys()).toArray(String[]::new))
                .param("words", PersonalWords.patterns(selection.words()).toArray(String[]::new));
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /**
     * What selects the rows.
     *
     * @param words the customer's distinctive values, in lower case
     */
    record Selection(ErasureScope scope, List<Long> recids, List<String> words) {}

    /** An operation that is not done. */
    record OpenRow(
            long recid,
            UUID asyncCustomerId,
            String channelDatabase,
            int operationNumber,
            String status,
            @Nullable String kind) {}
}
