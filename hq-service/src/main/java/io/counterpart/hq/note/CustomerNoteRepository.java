package io.counterpart.hq.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.messaging.MessageJson;

/** The table {@code customer_note}; the rows survive the purge of operations. */
@Repository
class CustomerNoteRepository {

    // After a restore an operation may be applied again.
    private static final String INSERT = """
            insert into customer_note (operation_id, async_customer_id, text, written_at, channel, device, clerk)
            select operation_id, async_customer_id, text, written_at, channel, device, clerk
            from json_populate_recordset(null::customer_note, :rows::json)
            on conflict (operation_id) do nothing
            """;

    private static final String NEWEST = """
            select text, written_at, channel, device, clerk from customer_note
            where async_customer_id = any(:ids)
            order by written_at desc, operation_id limit :limit
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    CustomerNoteRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Stores the notes among applied operations; without a note there is no statement.
     *
     * @param applied by the customer, whose alias the operation may name
     */
    void insert(Stream<Map.Entry<UUID, CustomerOperation>> applied) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        applied.forEach(it -> {
            if (it.getValue().body() instanceof OperationBody.AddNote note) {
                rows.add(row(it.getKey(), it.getValue(), note));
            }
        });
        if (!rows.isEmpty()) {
            jdbc.sql(INSERT).param("rows", json.write(rows)).update();
        }
    }

    private static Map<String, @Nullable Object> row(
            UUID customer, CustomerOperation operation, OperationBody.AddNote note) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("operation_id", operation.operationId());
        row.put("async_customer_id", customer);
        row.put("text", note.text());
        row.put("written_at", operation.occurredAt());
        row.put("channel", operation.channel());
        row.put("device", operation.device());
        row.put("clerk", operation.clerk());
        return row;
    }

    List<CustomerNote> newest(List<UUID> ids, int limit) {
        return jdbc.sql(NEWEST)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(CustomerNote.class)
                .list();
    }
}
