package io.counterpart.channel.privacy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.edit.ErasedOperationSql;

/** Empties or deletes the rows of erased customers, with one statement per table. */
@Repository
class ErasureRepository {

    // The JSON remains an operation, so that the P-job uploads what is still waiting and HQ can close it. Its values
    // are
    // known to be no personal data.
    private static final String OPERATIONS = """
            update async_operation set payload = json_build_object(
              'schemaVersion', 1, 'operationId', id, 'channelDatabase', payload ->> 'channelDatabase',
              'channel', payload ->> 'channel', 'asyncCustomerId', aggregateid, 'operationNumber', aggregateversion,
              'mode', payload ->> 'mode', 'asyncReason', payload ->> 'asyncReason',
              'occurredAt', payload ->> 'occurredAt',
              'body', %s)
            where aggregateid = any(:texts) and payload is not null
            """.formatted(ErasedOperationSql.body("type", "id"));

    private static final String ENTRIES = "update customer set entry_hash = null where async_customer_id = any(:ids)";

    private static final String IN_DOUBT = "delete from unanswered_edit where async_customer_id = any(:ids)";

    // The response to an address or a contact names the customer only in its Location.
    // A repeated request must not take effect again, so its key remains: it is answered as a new request would be.
    private static final String ANSWERS = """
            update idempotency_key set status = 410, headers = '{"Content-Type": "application/problem+json"}',
              body = '{"type": "/problems/customer-erased", "title": "Customer erased", "status": 410}',
              locked_until = null
            where (request_id = any(:ids) or body like any(:patterns) or headers::text like any(:patterns))
              and body is not null
            """;

    private static final String ORDERS = """
            update customer_order set content = content - 'note'
            where async_customer_id = any(:ids) and jsonb_exists(content, 'note')
            """;

    private static final String OFFLINE = """
            update offline_operation set overridden = null
            where async_customer_id = any(:ids) and overridden is not null
            """;

    private static final String NOTES = "delete from customer_note where async_customer_id = any(:ids)";

    private static final String TOKENS = "delete from customer_token where async_customer_id = any(:ids)";

    private static final String USES = "delete from customer_use where async_customer_id = any(:ids)";

    // Tills delete their copy.
    private static final String BOOKS = """
            insert into removed_customer (async_customer_id) select * from unnest(:ids)
            on conflict (async_customer_id) do update
            set removed_in = excluded.removed_in, removed_at = excluded.removed_at
            """;

    private static final List<String> STATEMENTS =
            List.of(OPERATIONS, ENTRIES, IN_DOUBT, ANSWERS, ORDERS, OFFLINE, NOTES, TOKENS, USES, BOOKS);

    private final JdbcClient jdbc;

    ErasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(Collection<UUID> ids) {
        UUID[] customers = ids.toArray(UUID[]::new);
        String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        String[] patterns = ids.stream().map(it -> "%" + it + "%").toArray(String[]::new);
        STATEMENTS.forEach(it -> jdbc.sql(it)
                .param("ids", customers)
                .param("texts", texts)
                .param("patterns", patterns)
                .update());
    }
}
