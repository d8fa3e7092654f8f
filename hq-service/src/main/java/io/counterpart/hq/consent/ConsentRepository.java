package io.counterpart.hq.consent;

import java.util.List;

import org.springframework.stereotype.Repository;

import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** The table {@code consent_change}; rows are only appended. */
@Repository
class ConsentRepository {

    private final BulkCopy copy;

    ConsentRepository(BulkCopy copy) {
        this.copy = copy;
    }

    void insert(List<ConsentChange> changes) {
        CopyRows rows = CopyRows.into(
                "consent_change",
                "async_customer_id",
                "contact_id",
                "contact_type",
                "consent",
                "changed_at",
                "operation_id",
                "channel",
                "device",
                "clerk");
        changes.forEach(it -> rows.row(
                it.customer(),
                it.contact(),
                it.contactType(),
                it.consent(),
                it.at(),
                it.operation().operationId(),
                it.operation().channel(),
                it.operation().device(),
                it.operation().clerk()));
        copy.send(rows);
    }
}
