package io.counterpart.stack.tour;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Reads HQ's staging table directly, as an operator with a database client would. */
final class StagedCustomer {

    private static final String FIND = """
            select operation, onlineoperationcompleted, custaccount
            from retailasynccustomerv2
            where lower(btrim(custaccountasync, '{}')) = ? and operation = 1
            """;
    private static final String USER = "postgres";

    private final String database;

    StagedCustomer(String database) {
        this.database = database;
    }

    Row row(String asyncCustomerId) throws SQLException {
        try (var connection = DriverManager.getConnection(database, USER, "");
                var find = connection.prepareStatement(FIND)) {
            find.setString(1, asyncCustomerId);
            var rows = find.executeQuery();
            if (!rows.next()) {
                throw new TourFailedException("the staging table of HQ has no row for the customer");
            }
            return new Row(rows.getInt(1), rows.getInt(2), rows.getString(3));
        }
    }

    /**
     * A row of RETAILASYNCCUSTOMERV2.
     *
     * @param operation 1 is a creation
     * @param completed 1 once it is converted
     */
    record Row(int operation, int completed, @Nullable String account) {}
}
