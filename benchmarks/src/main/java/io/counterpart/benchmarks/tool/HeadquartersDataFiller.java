package io.counterpart.benchmarks.tool;

import java.util.Map;

/** Fills HQ's database with copies of its operations and customers. */
public final class HeadquartersDataFiller {

    private static final String TEMPLATES = """
            select row_number() over (order by recid) - 1 as n, async_customer_id as id, operation_id as operation
            from async_operation
            where kind = 'CREATE_CUSTOMER' and exists (
              select from customer where customer.async_customer_id = async_operation.async_customer_id)
            """;

    // Spread over a month, so that a time range selects a part of them.
    private static final String TIME = "now() - interval '30 days' + b.g * (interval '30 days' / %d)";

    private static final String OPEN = """
            insert into open_operation (recid, async_customer_id, channel_database, operation_number, status, attempts,
              next_attempt_at, error_class, error_code, error_text)
            select recid, async_customer_id, channel_database, operation_number, status, 1, 'infinity',
              'DATA', 'benchmark', 'Left open by a measurement'
            from (select a.*, case recid %% 200 when 0 then 'FAILED' when 1 then 'WAITING' else 'PENDING' end as status
              from async_operation a join bench.batch b on a.operation_id = b.operation where a.recid %% 200 < 3) o
            """.replace("%%", "%");

    private final RowMultiplier copies;

    public HeadquartersDataFiller(Database database) {
        this.copies = new RowMultiplier(database, TEMPLATES);
    }

    /** Adds this many operations with their customers, 0.5 % of them in each status that is not done. */
    public void addOperations(int count) {
        copies.next(count);
        String time = TIME.formatted(count);
        copies.insert(
                "async_operation",
                "t.operation_id = b.template_operation",
                Map.of(
                        "operation_id", "b.operation",
                        "async_customer_id", "b.id",
                        "channel", "case b.g % 1000 when 0 then 'STATION' else t.channel end",
                        "kind", "case b.g % 1000 when 1 then 'EDIT_PROFILE' else t.kind end",
                        "replication_counter", "b.g",
                        "payload", ChannelDataFiller.payload(),
                        "occurred_at", time,
                        "uploaded_at", time,
                        "staged_at", time));
        // The search terms are not needed, because no search is measured here.
        copies.insert(
                "customer",
                "t.async_customer_id = b.template",
                Map.of(
                        "async_customer_id", "b.id",
                        "account_number", "'S-' || lpad(b.g::text, 8, '0')",
                        "search_terms", "'{}'",
                        "created_at", time,
                        "converted_at", time));
        copies.execute(OPEN);
        copies.execute("vacuum analyze");
    }
}
