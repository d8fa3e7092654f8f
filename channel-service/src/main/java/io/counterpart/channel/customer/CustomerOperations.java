package io.counterpart.channel.customer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEvents;
import io.counterpart.channel.problem.ProblemType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.messaging.log.OperationLog;

/** Adds acts of other packages to what was done to a customer: in the customer's sequence, and for the P-job to carry. */
@Service
public class CustomerOperations {

    private final SequenceRepository sequences;
    private final OperationLog log;
    private final ChannelEvents events;
    private final ChannelProperties properties;
    private final Clock clock;

    CustomerOperations(
            SequenceRepository sequences,
            OperationLog log,
            ChannelEvents events,
            ChannelProperties properties,
            Clock clock) {
        this.sequences = sequences;
        this.log = log;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Adds an operation in the caller's transaction, whose statement on the customer's row makes others wait.
     *
     * @return its number among the operations of the customer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(UUID operationId, UUID asyncCustomerId, String channel, OperationBody body) {
        var next = sequences
                .next(asyncCustomerId)
                .orElseThrow(() -> ProblemType.CUSTOMER_NOT_FOUND.because("This customer is no longer here."));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var operation = new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                operationId,
                properties.channelDatabase(),
                channel,
                asyncCustomerId,
                next.accountNumber(),
                next.number(),
                null,
                null,
                at,
                body);
        log.append(OperationEntry.of(operation));
        events.append(List.of(ChannelEvent.changed(asyncCustomerId, next.accountNumber(), at)));
        return next.number();
    }

    /** Whether the customer had no sign-in before and has this one now; in one transaction with the operation. */
    @Transactional
    public boolean link(UUID operationId, UUID asyncCustomerId, String channel, ExternalIdentity identity) {
        boolean linked = sequences.giveIdentity(asyncCustomerId, identity);
        if (linked) {
            add(operationId, asyncCustomerId, channel, new OperationBody.LinkIdentity(identity));
        }
        return linked;
    }
}
