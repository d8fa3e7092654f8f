package io.counterpart.hq.customerimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.messaging.MessageJson;

/** Maps the rows of {@code customer_import}. */
final class CustomerImportRowMapper implements RowMapper<CustomerImport> {

    private final MessageJson json;

    CustomerImportRowMapper(MessageJson json) {
        this.json = json;
    }

    @Override
    public CustomerImport mapRow(ResultSet row, int number) throws SQLException {
        var mapping = new LinkedHashMap<String, String>();
        json.tree(row.getString("mapping"))
                .properties()
                .forEach(it -> mapping.put(it.getKey(), it.getValue().stringValue()));
        return new CustomerImport(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                FileFormat.valueOf(row.getString("format")),
                Status.valueOf(row.getString("status")),
                List.of((String[]) row.getArray("columns").getArray()),
                mapping,
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("records"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getInt("pass"),
                row.getString("started_by"),
                row.getString("started_by_kind"),
                time(row, "started_at"),
                row.getLong("last_line"),
                row.getLong("done"),
                row.getLong("created"),
                row.getLong("existing"),
                row.getLong("bad"),
                row.getTimestamp("moved_at").toInstant(),
                time(row, "checked_at"),
                time(row, "finished_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
