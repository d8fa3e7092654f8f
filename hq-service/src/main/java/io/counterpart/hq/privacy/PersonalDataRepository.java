package io.counterpart.hq.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.messaging.MessageJson;

/** Reads everything that HQ has of a customer, one statement per kind of record. */
@Repository
class PersonalDataRepository {

    static final String ADDRESSES = """
            select address_id as "id", valid_from as "validFrom", nullif(valid_to, 'infinity') as "validTo", name, purpose,
              street, street_number as "streetNumber", building_complement as "buildingComplement",
              post_box as "postBox", district, city, county, state, zip_code as "zipCode", country, phone, email,
              is_primary as "primary"
            from customer_address where async_customer_id = any(:ids) order by valid_from, address_id
            """;

    static final String CONSENTS = """
            select contact_id as "contactId", contact_type as "contactType", consent, changed_at as "changedAt",
              operation_id as "operationId", channel, device, clerk
            from consent_change where async_customer_id = any(:ids) order by changed_at, id
            """;

    static final String OPERATIONS = """
            select operation_id as "operationId", kind, channel, staged.channel_database as "channelDatabase", device, clerk,
              staged.operation_number as "operationNumber", occurred_at as "occurredAt", uploaded_at as "uploadedAt",
              staged_at as "stagedAt", coalesce(open.status, 'SUCCEEDED') as status, open.error_text as "lastError",
              payload -> 'body' as body, (
                select coalesce(json_agg(json_build_object('at', at, 'outcome', outcome, 'code', tried.error_code,
                  'text', tried.error_text) order by attempt), '[]')
                from operation_attempt as tried where tried.recid = staged.recid) as attempts
            from async_operation as staged left join open_operation as open using (recid)
            where staged.async_customer_id = any(:ids) order by staged.recid
            """;

    static final String REAL_TIME = """
            select id as "operationId", channel_database as "channelDatabase", operation_number as "operationNumber",
              applied_at as "appliedAt", payload -> 'occurredAt' as "occurredAt", payload -> 'body' as body
            from realtime_operation where async_customer_id = any(:ids) order by applied_at, id
            """;

    static final String EDITS = """
            select operation_id as "operationId", edit.version, edited_by as "editedBy", edited_at as "editedAt",
              edit.payload -> 'body' as body
            from operation_edit as edit join async_operation as staged using (recid)
            where staged.async_customer_id = any(:ids) order by edited_at, edit.version
            """;

    static final String NOTES = """
            select operation_id as "operationId", text, written_at as "writtenAt", channel, device, clerk
            from customer_note where async_customer_id = any(:ids) order by written_at, operation_id
            """;

    static final String ORDERS = """
            select order_id as "id", order_number as "orderNumber", channel, currency_code as "currencyCode", lines, note,
              ordered_at as "orderedAt"
            from sales_order where async_customer_id = any(:ids) order by ordered_at, order_number
            """;

    static final String CARDS = """
            select card_number as "cardNumber", channel, issued_at as "issuedAt"
            from loyalty_card where async_customer_id = any(:ids) order by issued_at, card_number
            """;

    static final String AUDIT = """
            select at, actor, action, subject, detail, changes from audit_entry
            where subject = any(:keys)
              or subject in (select operation_id::text from async_operation where async_customer_id = any(:ids))
            order by id
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    PersonalDataRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The rows of a statement by the names of its columns, with JSON columns as objects. */
    @SuppressWarnings("unchecked") // Each row is a JSON object.
    List<Map<String, @Nullable Object>> rows(String sql, ErasureScope scope) {
        return jdbc
                .sql("select row_to_json(found)::text from (%s) as found".formatted(sql))
                .param("ids", scope.ids().toArray(UUID[]::new))
                .param("keys", scope.keys().toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(it -> (Map<String, @Nullable Object>) json.read(it, Map.class))
                .toList();
    }
}
