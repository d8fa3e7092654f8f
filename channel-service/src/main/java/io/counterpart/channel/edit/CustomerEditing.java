package io.counterpart.channel.edit;

import java.util.Optional;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurations;
import io.counterpart.channel.customer.CustomerEdits;
import io.counterpart.channel.customer.CustomerWithParts;
import io.counterpart.channel.customer.EditRules;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * Changes a customer the way that its state, the channel's functionality profile and the features ask for: what HQ has
 * yet to catch up with, and what the profile wants so, becomes a pending operation; all else is HQ's to do at once.
 */
@Service
class CustomerEditing {

    private final CustomerEdits customers;
    private final ChannelConfigurations configurations;
    private final EditOperations operations;
    private final EditKeeping keeping;
    private final RealTimeEditing realTime;
    private final EditMetrics metrics;
    private final ConflictRetry retry = new ConflictRetry();

    CustomerEditing(
            CustomerEdits customers,
            ChannelConfigurations configurations,
            EditOperations operations,
            EditKeeping keeping,
            RealTimeEditing realTime,
            EditMetrics metrics) {
        this.customers = customers;
        this.configurations = configurations;
        this.operations = operations;
        this.keeping = keeping;
        this.realTime = realTime;
        this.metrics = metrics;
    }

    CustomerWithParts read(String id) {
        return customers.get(id);
    }

    /** Tries again while others are at the same customer, as long as the version that the caller saw still stands. */
    CustomerWithParts edit(EditRequest request) {
        return retry.run(request.customer(), request.ifMatch(), () -> once(request));
    }

    private CustomerWithParts once(EditRequest request) {
        boolean feature = configurations.runs(request.act().feature());
        CustomerWithParts customer = settled(request.customer(), feature);
        request.ifMatch().check(customer.version());
        EditRules.refusal(request.act(), customer, configurations::runs).ifPresent(problem -> {
            throw problem;
        });
        Optional<OperationBody> change = request.change().apply(customer);
        if (change.isEmpty()) {
            return customer;
        }
        CustomerOperation operation = operations.next(customer, request, change.get());
        if (customer.hasPendingOperations() || (feature && isAsync(request.channel()))) {
            CustomerWithParts kept = keeping.keepPending(customer, operation);
            metrics.pending(operation.kind());
            return kept;
        }
        return realTime.edit(customer, operation, feature);
    }

    private CustomerWithParts settled(String id, boolean feature) {
        CustomerWithParts customer = customers.get(id);
        Optional<UnansweredEdit> unanswered = operations.unanswered(customer);
        if (unanswered.isEmpty()) {
            return customer;
        }
        realTime.settle(unanswered.get(), feature);
        return customers.get(id);
    }

    private boolean isAsync(String channel) {
        return configurations
                .find(channel)
                .map(it -> it.functionalityProfile().createCustomersInAsyncMode())
                .orElse(true);
    }
}
