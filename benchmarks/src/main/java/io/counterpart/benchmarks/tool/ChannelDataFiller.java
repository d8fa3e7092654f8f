package io.counterpart.benchmarks.tool;

import java.util.HashMap;
import java.util.Map;

/** Fills a channel database with copies of its customers. */
public final class ChannelDataFiller {

    private static final String TEMPLATES = """
            select row_number() over (order by c.async_customer_id) - 1 as n, c.async_customer_id as id, o.id as operation
            from customer c
            join async_operation o on o.aggregateid = c.async_customer_id::text and o.type = 'CREATE_CUSTOMER'
            """;

    // Every copy has its own emails and phones, or the index of search terms would be smaller than a real one.
    private static final String OWN_EMAIL = "replace(%s, '@', '.' || b.g || '@')";
    private static final String OWN_TERMS =
            "replace(replace(t.search_terms::text, '@', '.' || b.g || '@'), '555', lpad((b.copy %% 1000)::text, 3, '0'))::text[]"
                    .replace("%%", "%");
    private static final String OWN_PHONE = "replace(%s, ' 555 ', ' ' || lpad((b.copy %% 1000)::text, 3, '0') || ' ')";

    private final RowMultiplier copies;
    private final Database database;

    public ChannelDataFiller(Database database) {
        this.database = database;
        this.copies = new RowMultiplier(database, TEMPLATES);
    }

    /** Adds customers that wait to be uploaded, four rows each, as {@code POST /customers} writes them. */
    public void addPending(int count) {
        copies.next(count);
        var customer = customer();
        customer.putAll(Map.of(
                "account_number", "null",
                "sync_status", "'PENDING_SYNC'",
                "uploaded_at", "null",
                "staged_at", "null",
                "converted_at", "null",
                "returned_at", "null",
                "applied_operation", "0",
                "hq_version", "0"));
        customers(customer);
        copies.insert(
                "async_operation",
                "t.aggregateid = b.template::text and t.type = 'CREATE_CUSTOMER'",
                Map.of("id", "b.operation", "aggregateid", "b.id::text", "payload", payload(), "created_at", "now()"));
        database.execute("""
                insert into async_operation_queue (replication_counter)
                select o.replication_counter from async_operation o join bench.batch b on o.id = b.operation
                """);
    }

    /** Adds customers that are already synchronized with HQ. */
    public void addConverted(int count) {
        copies.next(count);
        var customer = customer();
        customer.put("account_number", "'S-' || lpad(b.g::text, 8, '0')");
        customers(customer);
        database.execute("""
                insert into customer_alias (alias, async_customer_id)
                select 'S-' || lpad(g::text, 8, '0'), id from bench.batch
                """);
    }

    /** The lowest id of the last batch. */
    public String first() {
        return database.text("select id from bench.batch order by g limit 1").orElseThrow();
    }

    private void customers(Map<String, String> different) {
        copies.insert("customer", "t.async_customer_id = b.template", different);
        var part = Map.of("async_customer_id", "b.id", "created_at", "now()");
        copies.insert("customer_address", "t.async_customer_id = b.template", part);
        var contact = new HashMap<>(part);
        contact.put(
                "value",
                "case t.type when 'EMAIL' then %s else %s end"
                        .formatted(OWN_EMAIL.formatted("t.value"), OWN_PHONE.formatted("t.value")));
        copies.insert("customer_contact", "t.async_customer_id = b.template", contact);
    }

    private static Map<String, String> customer() {
        return new HashMap<>(Map.of(
                "async_customer_id",
                "b.id",
                "email",
                OWN_EMAIL.formatted("t.email"),
                "phone",
                OWN_PHONE.formatted("t.phone"),
                "search_terms",
                OWN_TERMS,
                "created_at",
                "now()"));
    }

    static String payload() {
        String ids = "replace(replace(t.payload::text, b.template::text, b.id::text), %s)"
                .formatted("b.template_operation::text, b.operation::text");
        return OWN_PHONE.formatted("replace(%s, '@example.', '.' || b.g || '@example.')".formatted(ids)) + "::json";
    }
}
