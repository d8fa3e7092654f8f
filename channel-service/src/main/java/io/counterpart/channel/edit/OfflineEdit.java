package io.counterpart.channel.edit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.operation.OperationBody;

/**
 * An edit that a user made at a till while it was offline.
 *
 * @param operationId the same for every attempt
 * @param customer async customer id
 * @param caller the device of the till, and the clerk who acted
 * @param occurredAt when the user acted
 * @param change creates the operation for the current state of the customer; empty: the customer needs no change
 * @param alongside runs when the edit is stored, in the same transaction if the edit is pending
 */
public record OfflineEdit(
        UUID operationId,
        UUID customer,
        EditAction act,
        Caller caller,
        Instant occurredAt,
        Function<CustomerAggregate, Optional<OperationBody>> change,
        Runnable alongside) {

    // The till has read no version: a concurrent change leads to a merge with its result.
    EditRequest request() {
        return new EditRequest(
                customer.toString(), act, IfMatchVersion.optional(null), caller, operationId, change, this);
    }
}
