package io.counterpart.hq.staging;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.bulk.CopyRows;

/** The rows of the four RETAILASYNC* tables for the parts of a customer. */
final class RetailAsyncPartRows {

    private final CopyRows addresses = part(
            "retailasyncaddressv2",
            "addressid",
            "addressname",
            "addresstype",
            "street",
            "streetnumber",
            "buildingcompliment",
            "postbox",
            "districtname",
            "city",
            "county",
            "state",
            "zipcode",
            "country",
            "phone",
            "email",
            "makepostaladdressprimary");
    private final CopyRows contacts =
            part("retailasynccustomercontact", "contactid", "type", "locator", "isprimary", "retailmarketingoptin");
    private final CopyRows affiliations = part("retailasynccustomeraffiliation", "retailaffiliationid");
    private final CopyRows attributes =
            part("retailasynccustomerattributev2", "attributename", "attributedatatype", "attributevaluestring");

    List<CopyRows> rows() {
        return List.of(addresses, contacts, affiliations, attributes);
    }

    void address(StagedOperation staged, Address address) {
        row(
                addresses,
                staged,
                staged.operation().kind().operation(),
                address.id(),
                address.name(),
                StagingCodes.purpose(address.purpose()),
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
                StagingCodes.flag(address.primary()));
    }

    void address(StagedOperation staged, UUID id, Map<String, @Nullable Object> values) {
        row(
                addresses,
                staged,
                staged.operation().kind().operation(),
                id,
                values.get("name"),
                StagingCodes.purpose(values.get("purpose")),
                values.get("street"),
                values.get("streetNumber"),
                values.get("buildingComplement"),
                values.get("postBox"),
                values.get("district"),
                values.get("city"),
                values.get("county"),
                values.get("state"),
                values.get("zipCode"),
                values.get("country"),
                values.get("phone"),
                values.get("email"),
                StagingCodes.flag(values.get("primary")));
    }

    void contact(StagedOperation staged, Contact contact) {
        row(
                contacts,
                staged,
                staged.operation().kind().operation(),
                contact.id(),
                StagingCodes.contactType(contact.type()),
                contact.value(),
                StagingCodes.flag(contact.primary()),
                StagingCodes.flag(contact.marketingConsent()));
    }

    void contact(StagedOperation staged, UUID id, Map<String, @Nullable Object> values) {
        row(
                contacts,
                staged,
                staged.operation().kind().operation(),
                id,
                StagingCodes.contactType(values.get("type")),
                values.get("value"),
                StagingCodes.flag(values.get("primary")),
                StagingCodes.flag(values.get("marketingConsent")));
    }

    void affiliation(StagedOperation staged, String name, int operation) {
        row(affiliations, staged, operation, name);
    }

    void attribute(StagedOperation staged, String name, @Nullable Object value) {
        row(attributes, staged, staged.operation().kind().operation(), name, StagingCodes.attributeType(value), value);
    }

    private static CopyRows part(String table, String... fields) {
        String[] columns = new String[9 + fields.length];
        columns[0] = "operationid";
        columns[1] = "operation";
        columns[2] = "custaccountasync";
        columns[3] = "custaccount";
        columns[4] = "storerecid";
        columns[5] = "replicationcounterfromorigin";
        columns[6] = "createddatetime";
        columns[7] = "onlineoperationcompleted";
        columns[8] = "modifieddatetime";
        System.arraycopy(fields, 0, columns, 9, fields.length);
        return CopyRows.into(table, columns);
    }

    private static void row(CopyRows rows, StagedOperation staged, int code, @Nullable Object... fields) {
        CustomerOperation operation = staged.operation();
        @Nullable Object[] values = new Object[9 + fields.length];
        values[0] = operation.operationId();
        values[1] = code;
        values[2] = operation.asyncCustomerId();
        values[3] = staged.accountNumber();
        values[4] = operation.channel();
        values[5] = staged.replicationCounter();
        values[6] = operation.occurredAt();
        values[7] = staged.completed();
        values[8] = staged.completedAt();
        System.arraycopy(fields, 0, values, 9, fields.length);
        rows.row(values);
    }
}
