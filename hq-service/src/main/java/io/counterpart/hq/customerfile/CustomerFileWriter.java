package io.counterpart.hq.customerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.CsvRow;

/**
 * Writes customers in the forms that an import reads. JSON Lines has everything; CSV has as many addresses and contacts as
 * it has columns for, and cells that no spreadsheet takes for a formula.
 */
public final class CustomerFileWriter {

    static final int CSV_ADDRESSES = 3;
    static final int CSV_CONTACTS = 4;

    private static final List<String> COLUMNS = columns();

    private final FileFormat format;
    private final MessageJson json;

    public CustomerFileWriter(FileFormat format, MessageJson json) {
        this.format = format;
        this.json = json;
    }

    /** What the file begins with. */
    public String begin() {
        // Spreadsheets recognize UTF-8 by the mark.
        return format == FileFormat.CSV ? "\ufeff" + CsvRow.of(COLUMNS.toArray()) : "";
    }

    /** One customer with the end of its line. */
    public String line(CustomerSnapshot customer) {
        return format == FileFormat.CSV ? csv(customer) : json.write(object(customer)) + "\n";
    }

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of(CustomerField.ACCOUNT_NUMBER, CustomerField.ID));
        columns.addAll(CustomerField.PROFILE);
        for (int i = 1; i <= CSV_ADDRESSES; i++) {
            String prefix = "address" + i + ".";
            CustomerField.ADDRESS.forEach(field -> columns.add(prefix + field));
        }
        for (int i = 1; i <= CSV_CONTACTS; i++) {
            String prefix = "contact" + i + ".";
            CustomerField.CONTACT.forEach(field -> columns.add(prefix + field));
        }
        columns.addAll(CustomerField.OTHER);
        return List.copyOf(columns);
    }

    private String csv(CustomerSnapshot customer) {
        Map<String, @Nullable Object> cells = head(customer);
        CustomerContent content = customer.content();
        for (int i = 0; i < Math.min(CSV_ADDRESSES, content.addresses().size()); i++) {
            put("address" + (i + 1) + ".", content.addresses().get(i), cells);
        }
        for (int i = 0; i < Math.min(CSV_CONTACTS, content.contacts().size()); i++) {
            put("contact" + (i + 1) + ".", content.contacts().get(i), cells);
        }
        cells.put("affiliations", String.join("|", content.affiliations()));
        cells.put("attributes", content.attributes().isEmpty() ? null : json.write(content.attributes()));
        if (content.externalIdentity() != null) {
            put("externalIdentity.", content.externalIdentity(), cells);
        }
        return CsvRow.of(COLUMNS.stream().map(cells::get).toArray());
    }

    private Map<String, @Nullable Object> object(CustomerSnapshot customer) {
        Map<String, @Nullable Object> object = head(customer);
        object.values().removeIf(value -> value == null);
        CustomerContent content = customer.content();
        object.put("addresses", content.addresses());
        object.put("contacts", content.contacts());
        object.put("affiliations", content.affiliations());
        object.put("attributes", content.attributes());
        object.put("externalIdentity", content.externalIdentity());
        return object;
    }

    private Map<String, @Nullable Object> head(CustomerSnapshot customer) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(CustomerField.ACCOUNT_NUMBER, customer.accountNumber());
        values.put(CustomerField.ID, customer.asyncCustomerId().toString());
        put("", customer.content().profile(), values);
        values.put("channel", customer.channel());
        values.put("createdAt", customer.createdAt().toString());
        values.put("blocked", customer.blocked());
        return values;
    }

    @SuppressWarnings("unchecked") // A part is a JSON object.
    private void put(String prefix, Object part, Map<String, @Nullable Object> into) {
        ((Map<String, @Nullable Object>) json.convert(part, Map.class))
                .forEach((name, value) -> into.put(prefix + name, value));
    }
}
