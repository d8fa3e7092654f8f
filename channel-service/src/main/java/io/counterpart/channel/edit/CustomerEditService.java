package io.counterpart.channel.edit;

import java.time.Clock;
import java.time.Instant;
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
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * Edits customers as their state, the channel's functionality profile and the features require: as a pending operation
 * if the customer has pending operations or the profile asks for async mode, otherwise synchronously through HQ.
 */
@Service
public class CustomerEditService {

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

    /** Retries while other requests edit the same customer, as long as the version in If-Match is current. */
    CustomerAggregate edit(EditRequest request) {
        return retry.run(request.customer(), request.ifMatch(), () -> once(request));
    }

    /**
     * Edits a customer as a till did while it was offline: as a pending operation where the features allow it, whatever
     * the profile says, and otherwise through HQ.
     */
    public CustomerAggregate editOffline(OfflineEdit edit) {
        return edit(edit.request());
    }

    /**
     * Adds a pending operation for another package; no feature disables it. The caller has read no version, so that a
     * concurrent change leads to a retry.
     *
     * @param change creates the operation for the current state of the customer; empty: there is nothing to add
     * @param alongside runs in the same transaction
     * @return whether an operation was added
     */
    public boolean addOperation(
            UUID operationId,
            String customer,
            Caller caller,
            Function<CustomerAggregate, Optional<OperationBody>> change,
            Consumer<CustomerOperation> alongside) {
        return retry.run(customer, IfMatchVersion.optional(null), () -> {
            CustomerAggregate before = settled(customer, true);
            Optional<CustomerOperation> operation =
                    change.apply(before).map(body -> next(operationId, before, caller, clock.instant(), body));
            operation.ifPresent(it -> store.savePending(before, it, alongside));
            return operation.isPresent();
        });
    }

    private CustomerAggregate once(EditRequest request) {
        boolean feature = request.act().isPossibleWithoutHq(configurations::runs);
        CustomerAggregate customer = settled(request.customer(), feature);
        request.ifMatch().check(customer.version());
        EditPolicy.refusal(request.act(), customer, configurations::runs).ifPresent(problem -> {
            throw problem;
        });
        Optional<OperationBody> change = request.change().apply(customer);
        if (change.isEmpty()) {
            request.runAlongside();
            return customer;
        }
        OfflineEdit offline = request.offline();
        Instant at = offline == null ? clock.instant() : offline.occurredAt();
        CustomerOperation operation = next(request.operationId(), customer, request.caller(), at, change.get());
        boolean async = offline != null || usesAsyncMode(request.caller().channel());
        if (customer.hasPendingOperations() || (feature && async)) {
            CustomerAggregate stored = store.savePending(customer, operation, saved -> request.runAlongside());
            metrics.pending(operation.kind());
            return stored;
        }
        CustomerAggregate edited = realTime.edit(customer, operation, feature);
        request.runAlongside();
        return edited;
    }

    private CustomerAggregate settled(String id, boolean mayStayPending) {
        CustomerAggregate customer = customers.getAggregate(id);
        return realTime.settle(customer.id(), mayStayPending) ? customers.getAggregate(id) : customer;
    }

    private CustomerOperation next(
            UUID operationId, CustomerAggregate customer, Caller caller, Instant at, OperationBody body) {
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                operationId,
                properties.channelDatabase(),
                caller.channel(),
                customer.id(),
                customer.accountNumber(),
                customer.lastOperation() + 1,
                null,
                null,
                at.truncatedTo(ChronoUnit.MILLIS),
                body,
                caller.device(),
                caller.clerk());
    }

    private boolean usesAsyncMode(String channel) {
        return configurations.usesAsyncMode(channel, FunctionalityProfile::createCustomersInAsyncMode);
    }
}
