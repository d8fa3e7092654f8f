package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.operation.OperationBody;

/**
 * A requested edit of a customer.
 *
 * @param customer account number or async customer id
 * @param caller the device that edits it, and its clerk
 * @param operationId the same for every attempt of one request
 * @param change creates the operation for the current state of the customer; empty: the customer needs no change
 * @param offline the edit as a till made it while it was offline; null: the user acts now
 */
record EditRequest(
        String customer,
        EditAction act,
        IfMatchVersion ifMatch,
        Caller caller,
        UUID operationId,
        Function<CustomerAggregate, Optional<OperationBody>> change,
        @Nullable OfflineEdit offline) {

    EditRequest(
            String customer,
            EditAction act,
            IfMatchVersion ifMatch,
            Caller caller,
            UUID operationId,
            Function<CustomerAggregate, Optional<OperationBody>> change) {
        this(customer, act, ifMatch, caller, operationId, change, null);
    }

    /** Runs what belongs to the edit. */
    void runAlongside() {
        if (offline != null) {
            offline.alongside().run();
        }
    }
}
