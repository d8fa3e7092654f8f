package io.counterpart.hq.customerfile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.messaging.MessageJson;

/** Reads the records of one file as customers. */
public final class CustomerRowReader {

    private final FileFormat format;
    private final List<String> columns;
    private final Map<String, String> mapping;
    private final AttributeReader attributes;
    private final MessageJson json;

    /**
     * @param columns the names of the fields in the file
     * @param mapping by name in the file, the field of a customer
     */
    public CustomerRowReader(
            FileFormat format,
            List<String> columns,
            Map<String, String> mapping,
            Map<String, AttributeDefinition> definitions,
            MessageJson json) {
        this.format = format;
        this.columns = columns;
        this.mapping = mapping;
        this.attributes = new AttributeReader(definitions, json);
        this.json = json;
    }

    /**
     * The customer of a record.
     *
     * @param generated the ID of a customer that brings none
     * @throws RowRejectedException if a value cannot be read
     */
    public ImportedCustomer read(FileRecord row, UUID generated, Instant now) {
        return new CustomerBuilder(fields(row), attributes).build(row.line(), generated, now);
    }

    /** The account number for a report, whatever is wrong with the record; null: there is none. */
    public @Nullable String accountNumber(FileRecord row) {
        try {
            return fields(row).text(CustomerField.ACCOUNT_NUMBER);
        } catch (RowRejectedException e) {
            return null;
        }
    }

    private RowFields fields(FileRecord row) {
        return format == FileFormat.CSV
                ? RowFields.of(row, columns, mapping)
                : RowFields.of(JsonFields.of(String.valueOf(row.values().get(0)), json), mapping);
    }
}
