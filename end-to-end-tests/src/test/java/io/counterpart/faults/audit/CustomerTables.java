package io.counterpart.faults.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.faults.check.StagedEdit;
import io.counterpart.faults.check.StoredCustomer;

/** Customers with their streets, from the tables of HQ and of a channel. */
final class CustomerTables {

    private static final String FIELDS = "first_name, middle_name, email, phone";

    private static final String CONTACTS = """
            array(select value from customer_contact as contact
                  where contact.async_customer_id = customer.async_customer_id and not is_primary) as contacts
            """;
    private static final String AT_HQ = """
            select async_customer_id, account_number, last_name, %s, 0 as pending, %s,
              (select min(city) from customer_address as address
                where address.async_customer_id = customer.async_customer_id and valid_to = 'infinity'
                  and street = 's0-' || last_name) as city,
              array(select street from customer_address as address
                    where address.async_customer_id = customer.async_customer_id and valid_to = 'infinity') as streets
            from customer
            where last_name like ?
            """.formatted(FIELDS, CONTACTS);

    private static final String STAGED = """
            select customer.last_name,
              array(select value #>> '{}' from jsonb_path_query(payload::jsonb, '$.**.oldValue') as value) as replaced,
              coalesce((select string_agg(error_text, ' ') from operation_attempt as attempt
                where attempt.recid = operation.recid and outcome = 'OVERRIDDEN'), '') as overridden
            from async_operation as operation
            join customer using (async_customer_id)
            where last_name like ? and kind in ('EDIT_PROFILE', 'EDIT_ADDRESS')
            """;

    // The texts of each snapshot that HQ has yet to publish.
    private static final String UNPUBLISHED = """
            select payload #>> '{content,profile,lastName}' as last_name,
              array(select value #>> '{}'
                from jsonb_path_query(payload::jsonb, '$.content.** ? (@.type() == "string")') as value) as replaced,
              '' as overridden
            from distribution_log
            where payload #>> '{content,profile,lastName}' like ?
            """;

    private static final String LOGGED = """
            select customer.last_name,
              array(select value #>> '{}' from jsonb_path_query(payload::jsonb, '$.**.oldValue') as value) as replaced,
              '' as overridden
            from async_operation as operation
            join customer on customer.async_customer_id::text = operation.aggregateid
            where last_name like ? and operation.type in ('EDIT_PROFILE', 'EDIT_ADDRESS')
            """;

    private static final String AT_CHANNEL = """
            select async_customer_id, account_number, last_name, %s,
              greatest(last_operation,
                  (select max(aggregateversion) from async_operation
                    where aggregateid = customer.async_customer_id::text and type <> 'CREATE_CUSTOMER'))
                - applied_operation + (sync_status <> 'SYNCED')::int as pending, %s,
              (select min(city) from customer_address as address
                where address.async_customer_id = customer.async_customer_id and street = 's0-' || last_name) as city,
              array(select street from customer_address as address
                    where address.async_customer_id = customer.async_customer_id) as streets
            from customer
            where last_name like ?
            """.formatted(FIELDS, CONTACTS);

    private CustomerTables() {}

    static List<StoredCustomer> atHq(DatabaseAudit hq, String markers) {
        return hq.list(AT_HQ, CustomerTables::read, markers + "%");
    }

    /** The edits that reached HQ through Kafka. */
    static List<StagedEdit> staged(DatabaseAudit hq, String markers) {
        return hq.list(STAGED, CustomerTables::edit, markers + "%");
    }

    /** The values of customers in snapshots that HQ has not published; without Kafka, they are only there. */
    static List<StagedEdit> unpublished(DatabaseAudit hq, String markers) {
        return hq.list(UNPUBLISHED, CustomerTables::edit, markers + "%");
    }

    /** The edits in the operation log of a channel database. */
    static List<StagedEdit> logged(DatabaseAudit channel, String markers) {
        return channel.list(LOGGED, CustomerTables::edit, markers + "%");
    }

    private static StagedEdit edit(ResultSet row) throws SQLException {
        return new StagedEdit(row.getString("last_name"), strings(row, "replaced"), row.getString("overridden"));
    }

    static List<StoredCustomer> atChannel(DatabaseAudit channel, String markers) {
        return channel.list(AT_CHANNEL, CustomerTables::read, markers + "%");
    }

    private static StoredCustomer read(ResultSet row) throws SQLException {
        return new StoredCustomer(
                row.getObject("async_customer_id", UUID.class),
                row.getString("account_number"),
                row.getString("last_name"),
                fields(row),
                Map.of("addresses", strings(row, "streets"), "contacts", strings(row, "contacts")),
                row.getInt("pending"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "firstName", row.getString("first_name"));
        put(fields, "middleName", row.getString("middle_name"));
        put(fields, "email", row.getString("email"));
        put(fields, "phone", row.getString("phone"));
        put(fields, "city", row.getString("city"));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
