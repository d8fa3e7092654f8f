package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.contract.operation.OperationBody;

/**
 * What somebody wants to change.
 *
 * @param customer account number or async customer id
 * @param operationId the same for every try of one request
 * @param change what it means for the customer as it is now; empty: it is so already
 */
record EditRequest(
        String customer,
        EditAction act,
        IfMatchVersion ifMatch,
        String channel,
        UUID operationId,
        Function<CustomerAggregate, Optional<OperationBody>> change) {}
