package io.counterpart.channel.offline;

import java.util.List;
import java.util.UUID;

import io.counterpart.contract.edit.OverriddenField;

/**
 * An applied operation of a till, as it is recognized when it comes again.
 *
 * @param overridden the fields that two users had changed
 */
record ReceivedOperation(UUID operationId, UUID customer, String hash, List<OverriddenField> overridden) {

    /** Whether the item is this operation, and not another one with the same ID. */
    boolean isRepeatedBy(OfflineItem item) {
        return customer.equals(item.customer()) && hash.equals(item.hash());
    }
}
