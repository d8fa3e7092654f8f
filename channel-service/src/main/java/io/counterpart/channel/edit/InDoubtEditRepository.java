package io.counterpart.channel.edit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.operation.CustomerOperation;

/** The table of edits that were sent to HQ and have no response yet: at most one per customer. */
@Repository
class InDoubtEditRepository {

    // The row lock waits for an edit that is being committed; the statement then sees its new version.
    private static final String RESERVE = """
            insert into unanswered_edit (async_customer_id, operation_id, payload, asked_at)
            select async_customer_id, ?, ?::json, ? from customer where async_customer_id = ? and version = ? and last_operation = ?
            for no key update
            on conflict (async_customer_id) do nothing
            """;

    private static final String FIND = "select payload, asked_at from unanswered_edit where async_customer_id = ?";

    private static final String HELD = """
            select exists (select 1 from unanswered_edit where async_customer_id = ? and operation_id <> ?)
            """;

    private static final String REMOVE = "delete from unanswered_edit where async_customer_id = ? and operation_id = ?";

    private final JdbcTemplate jdbc;

    InDoubtEditRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves the operation number; false: another edit has changed the customer or is in progress. */
    boolean reserve(CustomerOperation operation, CustomerAggregate before, Instant at) {
        int reserved = jdbc.update(
                RESERVE,
                operation.operationId(),
                MessageJson.write(operation),
                Timestamp.from(at),
                operation.asyncCustomerId(),
                before.version(),
                before.lastOperation());
        return reserved == 1;
    }

    Optional<InDoubtEdit> find(UUID customer) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new InDoubtEdit(
                                MessageJson.read(row.getString("payload"), CustomerOperation.class),
                                row.getTimestamp("asked_at").toInstant()),
                        customer)
                .stream()
                .findFirst();
    }

    boolean isHeldByAnother(CustomerOperation operation) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(HELD, Boolean.class, operation.asyncCustomerId(), operation.operationId()));
    }

    void remove(CustomerOperation operation) {
        jdbc.update(REMOVE, operation.asyncCustomerId(), operation.operationId());
    }
}
