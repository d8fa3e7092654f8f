package io.counterpart.channel.edit;

import java.util.Optional;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerEditStore;
import io.counterpart.channel.customer.EditPolicy;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * Changes a customer the way that its state, the channel's functionality profile and the features ask for: what HQ has
 * yet to catch up with, and what the profile wants so, becomes a pending operation; all else is HQ's to do at once.
 */
@Service
class CustomerEditService {

    private final CustomerEditStore customers;
    private final ChannelConfigurationService configurations;
    private final EditOperationFactory operations;
    private final EditStore keeping;
    private final RealTimeEditService realTime;
    private final EditMetrics metrics;
    private final ConflictRetry retry = new ConflictRetry();

    CustomerEditService(
            CustomerEditStore customers,
            ChannelConfigurationService configurations,
            EditOperationFactory operations,
            EditStore keeping,
            RealTimeEditService realTime,
            EditMetrics metrics) {
        this.customers = customers;
        this.configurations = configurations;
        this.operations = operations;
        this.keeping = keeping;
        this.realTime = realTime;
        this.metrics = metrics;
    }

    CustomerAggregate read(String id) {
        return customers.get(id);
    }

    /** Tries again while others are at the same customer, as long as the version that the caller saw still stands. */
    CustomerAggregate edit(EditRequest request) {
        return retry.run(request.customer(), request.ifMatch(), () -> once(request));
    }

    private CustomerAggregate once(EditRequest request) {
        boolean feature = configurations.runs(request.act().feature());
        CustomerAggregate customer = settled(request.customer(), feature);
        request.ifMatch().check(customer.version());
        EditPolicy.refusal(request.act(), customer, configurations::runs).ifPresent(problem -> {
            throw problem;
        });
        Optional<OperationBody> change = request.change().apply(customer);
        if (change.isEmpty()) {
            return customer;
        }
        CustomerOperation operation = operations.next(customer, request, change.get());
        if (customer.hasPendingOperations() || (feature && isAsync(request.channel()))) {
            CustomerAggregate kept = keeping.savePending(customer, operation);
            metrics.pending(operation.kind());
            return kept;
        }
        return realTime.edit(customer, operation, feature);
    }

    private CustomerAggregate settled(String id, boolean feature) {
        CustomerAggregate customer = customers.get(id);
        Optional<InDoubtEdit> unanswered = operations.unanswered(customer);
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
