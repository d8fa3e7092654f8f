package io.counterpart.channel.download;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.counterpart.channel.persistence.ContentColumns;
import io.counterpart.channel.persistence.InsertStatement.Column;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** Copies whole customers, or only their parts, into the tables. */
@Component
class SnapshotRowWriter {

    private static final List<CustomerColumn> COLUMNS = Stream.of(
                    CustomerColumn.STATE, CustomerColumn.CONTENT, CustomerColumn.ORIGIN)
            .flatMap(List::stream)
            .toList();

    private final BulkCopy copy;

    SnapshotRowWriter(BulkCopy copy) {
        this.copy = copy;
    }

    void copyCustomers(List<ReceivedSnapshot> added) {
        CopyRows rows = CopyRows.into(
                "customer", COLUMNS.stream().map(CustomerColumn::name).toArray(String[]::new));
        for (ReceivedSnapshot each : added) {
            rows.row(COLUMNS.stream().map(column -> column.value().apply(each)).toArray());
        }
        copy.send(rows);
    }

    void copyParts(List<ReceivedSnapshot> arrived) {
        copy.send(rows("customer_address", ContentColumns.ADDRESS, arrived, CustomerContent::addresses));
        copy.send(rows("customer_contact", ContentColumns.CONTACT, arrived, CustomerContent::contacts));
    }

    private static <P> CopyRows rows(
            String table,
            List<Column<P>> columns,
            List<ReceivedSnapshot> arrived,
            Function<CustomerContent, List<P>> parts) {
        Stream<String> names = columns.stream().map(Column::name);
        CopyRows rows = CopyRows.into(
                table,
                Stream.concat(Stream.of("async_customer_id", "created_at"), names)
                        .toArray(String[]::new));
        for (ReceivedSnapshot each : arrived) {
            CustomerSnapshot snapshot = each.snapshot();
            for (P part : parts.apply(each.content())) {
                Stream<Object> values =
                        columns.stream().map(column -> column.value().apply(part));
                rows.row(Stream.concat(Stream.of(snapshot.asyncCustomerId(), snapshot.createdAt()), values)
                        .toArray());
            }
        }
        return rows;
    }
}
