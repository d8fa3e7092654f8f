package io.counterpart.hq.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.bulk.BulkCopy;

/** Updates the five RETAILASYNC* tables after staging: completion and edits. */
@Repository
class RetailAsyncRepository {

    private static final String COMPLETE = """
            update %s staged
            set onlineoperationcompleted = 1, custaccount = done.account_number, modifieddatetime = ?::timestamptz
            from unnest(?::uuid[], ?::text[]) as done (operation_id, account_number)
            where staged.operationid = done.operation_id
            """;

    private final JdbcTemplate jdbc;
    private final BulkCopy copy;

    RetailAsyncRepository(JdbcTemplate jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    void complete(RetailAsyncTable table, List<UUID> operationIds, List<String> accountNumbers, Instant at) {
        jdbc.update(connection -> bind(connection, table, operationIds, accountNumbers, at));
    }

    void replace(StagedOperation operation) {
        Set<RetailAsyncTable> tables = EnumSet.allOf(RetailAsyncTable.class);
        UUID id = operation.operation().operationId();
        tables.forEach(table -> jdbc.update("delete from %s where operationid = ?".formatted(table.table()), id));
        var rows = new RetailAsyncRows();
        rows.add(operation);
        rows.copies().forEach(copy::send);
    }

    void savePayload(CustomerOperation operation, String payload) {
        jdbc.update(
                "update async_operation set payload = ?::json where operation_id = ?",
                payload,
                operation.operationId());
    }

    private static PreparedStatement bind(
            Connection connection,
            RetailAsyncTable table,
            List<UUID> operationIds,
            List<String> accountNumbers,
            Instant at)
            throws SQLException {
        PreparedStatement update = connection.prepareStatement(COMPLETE.formatted(table.table()));
        update.setString(1, at.toString());
        update.setArray(2, connection.createArrayOf("uuid", operationIds.toArray()));
        update.setArray(3, connection.createArrayOf("text", accountNumbers.toArray()));
        return update;
    }
}
