package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.counterpart.channel.customer.CustomerWithParts;
import io.counterpart.channel.customer.EditRules.Act;
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
        Act act,
        IfMatch ifMatch,
        String channel,
        UUID operationId,
        Function<CustomerWithParts, Optional<OperationBody>> change) {}
