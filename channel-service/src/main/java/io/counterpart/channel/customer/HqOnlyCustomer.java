package io.counterpart.channel.customer;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** A customer that only HQ has so far: shown, and nothing can be done with it here until 1010 brings it. */
final class HqOnlyCustomer {

    private HqOnlyCustomer() {}

    static CustomerView view(CustomerSnapshot snapshot) {
        return new CustomerView(
                SyncStateView.of(snapshot),
                snapshot.content().profile(),
                snapshot.content().externalIdentity(),
                CustomerCapabilities.NONE,
                null,
                null,
                null,
                null,
                null);
    }
}
