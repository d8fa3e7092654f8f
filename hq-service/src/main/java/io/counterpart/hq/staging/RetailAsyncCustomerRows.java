package io.counterpart.hq.staging;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.bulk.CopyRows;

/** The rows of RETAILASYNCCUSTOMERV2. */
final class RetailAsyncCustomerRows {

    private final CopyRows rows = CopyRows.into(
            "retailasynccustomerv2",
            "operationid",
            "operation",
            "custaccountasync",
            "custaccount",
            "storerecid",
            "originatingchannel",
            "replicationcounterfromorigin",
            "createddatetime",
            "onlineoperationcompleted",
            "modifieddatetime",
            "relationshiptype",
            "titlerecordid",
            "custname",
            "firstname",
            "middlename",
            "lastname",
            "organizationname",
            "email",
            "phone",
            "languageid",
            "currency",
            "custgroup",
            "receiptoption",
            "receiptemail",
            "externalidentityissuer",
            "externalidentityid",
            "cellularphone",
            "url",
            "vatnum",
            "invoiceaccount");

    CopyRows rows() {
        return rows;
    }

    void created(StagedOperation staged, CustomerContent content) {
        CustomerProfile profile = content.profile();
        ExternalIdentity identity = content.externalIdentity();
        row(
                staged,
                StagingCodes.relationshipType(profile.type().name()),
                profile.title(),
                profile.displayName(),
                profile.firstName(),
                profile.middleName(),
                profile.lastName(),
                profile.organizationName(),
                profile.email(),
                profile.phone(),
                profile.language(),
                profile.currencyCode(),
                profile.customerGroup(),
                StagingCodes.receiptOption(profile.receiptOption()),
                profile.receiptEmail(),
                identity == null ? null : identity.issuer(),
                identity == null ? null : identity.subject(),
                profile.mobile(),
                profile.url(),
                profile.vatNumber(),
                profile.invoiceAccount());
    }

    void linked(StagedOperation staged, ExternalIdentity identity) {
        @Nullable Object[] fields = new Object[20];
        fields[14] = identity.issuer();
        fields[15] = identity.subject();
        row(staged, fields);
    }

    void edited(StagedOperation staged, Map<String, @Nullable Object> values) {
        row(
                staged,
                StagingCodes.relationshipType(values.get("type")),
                values.get("title"),
                null,
                values.get("firstName"),
                values.get("middleName"),
                values.get("lastName"),
                values.get("organizationName"),
                values.get("email"),
                values.get("phone"),
                values.get("language"),
                values.get("currencyCode"),
                values.get("customerGroup"),
                StagingCodes.receiptOption(values.get("receiptOption")),
                values.get("receiptEmail"),
                null,
                null,
                values.get("mobile"),
                values.get("url"),
                values.get("vatNumber"),
                values.get("invoiceAccount"));
    }

    private void row(StagedOperation staged, @Nullable Object... fields) {
        CustomerOperation operation = staged.operation();
        @Nullable Object[] values = new Object[10 + fields.length];
        values[0] = operation.operationId();
        values[1] = operation.kind().operation();
        values[2] = operation.asyncCustomerId();
        values[3] = staged.accountNumber();
        values[4] = operation.channel();
        values[5] = operation.channel();
        values[6] = staged.replicationCounter();
        values[7] = operation.occurredAt();
        values[8] = staged.completed();
        values[9] = staged.completedAt();
        System.arraycopy(fields, 0, values, 10, fields.length);
        rows.row(values);
    }
}
