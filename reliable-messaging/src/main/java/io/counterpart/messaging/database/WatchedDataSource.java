package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, with a watch on the connections that requests open. */
final class WatchedDataSource extends DelegatingDataSource {

    private final DatabaseWatch watch;
    private final BooleanSupplier servesRequest;

    WatchedDataSource(DataSource pool, DatabaseWatch watch, BooleanSupplier servesRequest) {
        super(pool);
        this.watch = watch;
        this.servesRequest = servesRequest;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return servesRequest.getAsBoolean() ? watch.connect(super::getConnection) : super.getConnection();
    }
}
