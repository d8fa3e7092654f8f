package io.counterpart.channel.download;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
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
        copy.send(addresses(arrived));
        copy.send(contacts(arrived));
    }

    private static CopyRows addresses(List<ReceivedSnapshot> arrived) {
        CopyRows rows = CopyRows.into(
                "customer_address",
                "async_customer_id",
                "address_id",
                "name",
                "purpose",
                "street",
                "street_number",
                "building_complement",
                "post_box",
                "district",
                "city",
                "county",
                "state",
                "zip_code",
                "country",
                "phone",
                "email",
                "is_primary",
                "created_at");
        arrived.forEach(each -> each.content().addresses().forEach(address -> add(rows, each, address)));
        return rows;
    }

    private static void add(CopyRows rows, ReceivedSnapshot each, Address address) {
        rows.row(
                each.snapshot().asyncCustomerId(),
                address.id(),
                address.name(),
                address.purpose(),
                address.street(),
                address.streetNumber(),
                address.buildingComplement(),
                address.postBox(),
                address.district(),
                address.city(),
                address.county(),
                address.state(),
                address.zipCode(),
                address.country(),
                address.phone(),
                address.email(),
                address.primary(),
                each.snapshot().createdAt());
    }

    private static CopyRows contacts(List<ReceivedSnapshot> arrived) {
        CopyRows rows = CopyRows.into(
                "customer_contact",
                "async_customer_id",
                "contact_id",
                "type",
                "value",
                "marketing_consent",
                "is_primary",
                "created_at");
        for (ReceivedSnapshot each : arrived) {
            for (Contact contact : each.content().contacts()) {
                rows.row(
                        each.snapshot().asyncCustomerId(),
                        contact.id(),
                        contact.type(),
                        contact.value(),
                        contact.marketingConsent(),
                        contact.primary(),
                        each.snapshot().createdAt());
            }
        }
        return rows;
    }
}
