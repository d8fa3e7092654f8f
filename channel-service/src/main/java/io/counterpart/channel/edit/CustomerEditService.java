package io.counterpart.channel.edit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.EditPolicy;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Changes a customer the way that its state, the channel's functionality profile and the features ask for: what HQ has
 * yet to catch up with, and what the profile wants so, becomes a pending operation; all else is HQ's to do at once.
 */
@Service
public class CustomerEditService {

    private static final int TRIES = 5;

    private final CustomerReader customers;
    private final ChannelConfigurationService configurations;
    private final ChannelProperties properties;
    private final EditStore store;
    private final RealTimeEditService realTime;
    private final EditMetrics metrics;
    private final Clock clock;
    private final ConflictRetry retry = new ConflictRetry();

    CustomerEditService(
            CustomerReader customers,
            ChannelConfigurationService configurations,
            ChannelProperties properties,
            EditStore store,
            RealTimeEditService realTime,
            EditMetrics metrics,
            Clock clock) {
        this.customers = customers;
        this.configurations = configurations;
        this.properties = properties;
        this.store = store;
        this.realTime = realTime;
        this.metrics = metrics;
        this.clock = clock;
    }

    CustomerAggregate get(String id) {
        return customers.getAggregate(id);
    }

    CustomerView view(CustomerAggregate customer) {
        return customers.fullView(customer);
    }

    /** Tries again while others are at the same customer, as long as the version that the caller saw still stands. */
    CustomerAggregate edit(EditRequest request) {
        return retry.run(request.customer(), request.ifMatch(), () -> once(request));
    }

    /**
     * Adds an operation of another package to those of the customer: always a pending one, which no feature switches. No
     * version was read before, so a change that comes between is no reason to give up.
     *
     * @param change what the customer, as it is now, asks for
     * @param alongside done in the same transaction
     * @return whether there was something to add
     */
    public boolean addOperation(
            UUID operationId,
            String customer,
            String channel,
            Function<CustomerAggregate, Optional<OperationBody>> change,
            Consumer<CustomerOperation> alongside) {
        for (int attempt = 1; ; attempt++) {
            try {
                CustomerAggregate before = settled(customer, true);
                Optional<CustomerOperation> operation =
                        change.apply(before).map(body -> next(operationId, before, channel, body));
                operation.ifPresent(it -> store.savePending(before, it, alongside));
                return operation.isPresent();
            } catch (Problem problem) {
                if (problem.type() != StandardProblem.VERSION_MISMATCH) {
                    throw problem;
                }
                if (attempt == TRIES) {
                    throw ChannelProblem.REQUEST_IN_PROGRESS.because(
                            "The customer is being updated by another request. Try again in a few seconds.");
                }
            }
        }
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
        CustomerOperation operation = next(request.operationId(), customer, request.channel(), change.get());
        if (customer.hasPendingOperations() || (feature && isAsync(request.channel()))) {
            CustomerAggregate stored = store.savePending(customer, operation);
            metrics.pending(operation.kind());
            return stored;
        }
        return realTime.edit(customer, operation, feature);
    }

    private CustomerAggregate settled(String id, boolean mayStayPending) {
        CustomerAggregate customer = customers.getAggregate(id);
        return realTime.settle(customer.id(), mayStayPending) ? customers.getAggregate(id) : customer;
    }

    private CustomerOperation next(UUID operationId, CustomerAggregate customer, String channel, OperationBody body) {
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                operationId,
                properties.channelDatabase(),
                channel,
                customer.id(),
                customer.accountNumber(),
                customer.lastOperation() + 1,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                body);
    }

    private boolean isAsync(String channel) {
        return configurations
                .find(channel)
                .map(it -> it.functionalityProfile().createCustomersInAsyncMode())
                .orElse(true);
    }
}
