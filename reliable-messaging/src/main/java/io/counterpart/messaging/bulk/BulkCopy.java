package io.counterpart.messaging.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Inserts many rows with PostgreSQL's COPY in the caller's transaction: one round trip and no plan, for any number of
 * rows. There is no {@code on conflict}: the caller must know that the rows are new.
 */
public final class BulkCopy {

    private final DataSource dataSource;
    private final SQLExceptionTranslator translator;

    public BulkCopy(DataSource dataSource) {
        this.dataSource = dataSource;
        this.translator = new SQLErrorCodeSQLExceptionTranslator(dataSource);
    }

    public void send(CopyRows rows) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            // As bytes: the driver encodes a Reader in chunks and may split a character outside the BMP.
            var bytes = new ByteArrayInputStream(rows.text().getBytes(StandardCharsets.UTF_8));
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(rows.statement(), bytes);
        } catch (SQLException e) {
            throw translated(rows, e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private RuntimeException translated(CopyRows rows, SQLException e) {
        @Nullable RuntimeException known = translator.translate("copy", rows.statement(), e);
        return known == null ? new IllegalStateException(rows.statement(), e) : known;
    }
}
