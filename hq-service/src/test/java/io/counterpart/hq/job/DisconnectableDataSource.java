package io.counterpart.hq.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that can be disconnected, to simulate a node that has failed. */
final class DisconnectableDataSource extends DelegatingDataSource {

    private volatile boolean pulled;

    DisconnectableDataSource(DataSource database) {
        super(database);
    }

    void pull() {
        pulled = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (pulled) {
            throw new SQLException("This node is dead");
        }
        return super.getConnection();
    }
}
