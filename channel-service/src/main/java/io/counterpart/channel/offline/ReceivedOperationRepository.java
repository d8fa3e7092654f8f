package io.counterpart.channel.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.edit.OverriddenField;

/** The table of the operations that tills uploaded and that were applied. */
@Repository
class ReceivedOperationRepository {

    // Waits for a concurrent transaction with one of the IDs.
    private static final String INSERT = """
            insert into offline_operation (operation_id, async_customer_id, content_hash, overridden, created_at)
            select id, customer, hash, overridden, ?::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[]) as received (id, customer, hash, overridden)
            on conflict (operation_id) do nothing
            """;

    private static final String FIND = """
            select operation_id, async_customer_id, content_hash, overridden
            from offline_operation
            where operation_id = any(?::uuid[])
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ReceivedOperationRepository(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Fails if one of the IDs is stored already or occurs twice. */
    void insert(List<ReceivedOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        int inserted = jdbc.update(
                INSERT,
                Timestamp.from(clock.instant()),
                texts(operations, each -> each.operationId().toString()),
                texts(operations, each -> each.customer().toString()),
                texts(operations, ReceivedOperation::hash),
                texts(operations, each -> overridden(each.overridden())));
        if (inserted < operations.size()) {
            throw new OperationIdInUseException();
        }
    }

    Map<UUID, ReceivedOperation> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.query(FIND, (row, n) -> received(row), (Object) texts(ids, UUID::toString)).stream()
                        .collect(Collectors.toMap(ReceivedOperation::operationId, each -> each));
    }

    private static ReceivedOperation received(ResultSet row) throws SQLException {
        String overridden = row.getString("overridden");
        return new ReceivedOperation(
                row.getObject("operation_id", UUID.class),
                row.getObject("async_customer_id", UUID.class),
                row.getString("content_hash"),
                overridden == null ? List.of() : List.of(MessageJson.read(overridden, OverriddenField[].class)));
    }

    private static @Nullable String overridden(List<OverriddenField> fields) {
        return fields.isEmpty() ? null : MessageJson.write(fields);
    }

    private static <T> String[] texts(Collection<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
