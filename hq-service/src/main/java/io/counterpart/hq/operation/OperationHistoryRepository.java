package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of an operation: attempts, edits, decisions, and the other operations of its customer. */
@Repository
class OperationHistoryRepository {

    private static final String SAME_CUSTOMER = """
            select a.operation_id, a.kind, a.operation_number, a.channel_database, a.occurred_at,
              coalesce(o.status, 'SUCCEEDED') status, o.error_code
            from async_operation a left join open_operation o using (recid)
            where a.async_customer_id = :customer
            order by a.occurred_at, a.operation_number limit 100
            """;

    private static final String ATTEMPTS = """
            select attempt, at, outcome, error_class, error_code, error_text
            from operation_attempt where recid = :recid order by attempt desc limit 100
            """;

    private static final String EDITS = """
            select version, payload::text payload, edited_by, edited_at from operation_edit
            where recid = :recid order by version desc limit 50
            """;

    // Edits are in operation_edit, with the replaced payload.
    private static final String DECISIONS = """
            select at, actor, action, coalesce(detail ->> 'accountNumber', detail ->> 'reason') note
            from audit_entry where subject = :operation and action <> 'mend' order by id limit 100
            """;

    private final JdbcClient jdbc;

    OperationHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SiblingRow> ofCustomer(UUID customer) {
        return jdbc.sql(SAME_CUSTOMER)
                .param("customer", customer)
                .query(SiblingRow.class)
                .list();
    }

    List<AttemptRow> attempts(long recid) {
        return jdbc.sql(ATTEMPTS).param("recid", recid).query(AttemptRow.class).list();
    }

    List<EditRow> edits(long recid) {
        return jdbc.sql(EDITS).param("recid", recid).query(EditRow.class).list();
    }

    List<DecisionRow> decisions(UUID operation) {
        return jdbc.sql(DECISIONS)
                .param("operation", operation.toString())
                .query(DecisionRow.class)
                .list();
    }

    /** Another operation of the same customer. */
    record SiblingRow(
            UUID operationId,
            String kind,
            int operationNumber,
            String channelDatabase,
            Instant occurredAt,
            String status,
            @Nullable String errorCode) {

        public String tag() {
            return OperationStatusText.tag(status);
        }

        public String statusKey() {
            return OperationStatusText.text(status);
        }
    }

    /** An attempt that failed, discarded a value or changed the operation number. */
    record AttemptRow(
            int attempt,
            Instant at,
            String outcome,
            @Nullable String errorClass,
            @Nullable String errorCode,
            @Nullable String errorText) {}

    /** A version that an edit replaced. */
    record EditRow(int version, String payload, String editedBy, Instant editedAt) {}

    /**
     * A decision of an operator.
     *
     * @param note the account number of a customer, or a reason
     */
    record DecisionRow(
            Instant at,
            String actor,
            String action,
            @Nullable String note) {}
}
