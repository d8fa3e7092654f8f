package io.counterpart.hq.master;

import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** What the channels are told of a customer of the master. */
final class MasterSnapshot {

    private MasterSnapshot() {}

    static CustomerSnapshot of(MasterCustomer customer) {
        CreationInfo origin = customer.origin();
        UnappliedOperations unapplied = customer.unapplied();
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                customer.version(),
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.aliases(),
                SyncStatus.SYNCED,
                origin.channel(),
                origin.channelDatabase(),
                origin.creationMode(),
                origin.asyncReason(),
                origin.createdAt(),
                origin.uploadedAt(),
                origin.stagedAt(),
                origin.convertedAt(),
                customer.appliedOperations(),
                customer.unchangedSince(),
                null,
                customer.blocked(),
                customer.content(),
                unapplied.operations(),
                unapplied.notices() == 0 ? null : customer.editVersion());
    }
}
