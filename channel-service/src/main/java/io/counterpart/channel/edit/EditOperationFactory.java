package io.counterpart.channel.edit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/** The next operation of a customer, and the one before it as long as nobody knows what became of it. */
@Component
class EditOperationFactory {

    private final InDoubtEditRepository repository;
    private final ChannelProperties properties;
    private final Clock clock;

    EditOperationFactory(InDoubtEditRepository repository, ChannelProperties properties, Clock clock) {
        this.repository = repository;
        this.properties = properties;
        this.clock = clock;
    }

    CustomerOperation next(CustomerAggregate customer, EditRequest request, OperationBody body) {
        return next(request.operationId(), customer, request.channel(), body);
    }

    CustomerOperation next(UUID operationId, CustomerAggregate customer, String channel, OperationBody body) {
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

    Optional<InDoubtEdit> unanswered(CustomerAggregate customer) {
        return repository.find(customer.id());
    }
}
