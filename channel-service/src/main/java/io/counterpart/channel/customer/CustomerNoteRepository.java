package io.counterpart.channel.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/** The table {@code customer_note}: notes that were written in this channel database. */
@Repository
class CustomerNoteRepository {

    private static final int MOST = 50;

    private static final String INSERT = """
            insert into customer_note (id, async_customer_id, text, written_at, channel, device, clerk)
            values (:id, :customer, :text, :at::timestamptz, :channel, :device, :clerk)
            """;

    private static final String FIND =
            "select id, async_customer_id, text, written_at, channel, device, clerk from customer_note";

    private final JdbcClient jdbc;

    CustomerNoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the note of an operation; other operations have none. */
    void insert(CustomerOperation operation) {
        if (operation.body() instanceof OperationBody.AddNote note) {
            jdbc.sql(INSERT)
                    .param("id", operation.operationId())
                    .param("customer", operation.asyncCustomerId())
                    .param("text", note.text())
                    .param("at", operation.occurredAt().toString())
                    .param("channel", operation.channel())
                    .param("device", operation.device())
                    .param("clerk", operation.clerk())
                    .update();
        }
    }

    Optional<CustomerNote> find(UUID id) {
        return jdbc.sql(FIND + " where id = :id")
                .param("id", id)
                .query(CustomerNote.class)
                .optional();
    }

    /** Newest first. */
    List<CustomerNote> newest(UUID customer) {
        return jdbc.sql(FIND + " where async_customer_id = :customer order by written_at desc, id limit :most")
                .param("customer", customer)
                .param("most", MOST)
                .query(CustomerNote.class)
                .list();
    }
}
