package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.ReferenceSource;
import io.counterpart.hq.numbering.AccountNumbers;

/**
 * The one conversion: turns operations into customers, for Synchronize, the Real-time service, repairs and orders. Any
 * number of operations of any customers; twice the same operation is one effect. The number of statements does not
 * depend on the number of operations.
 */
@Component
class Conversion {

    private final CustomerMaster master;
    private final ReferenceSource reference;
    private final AccountNumbers numbers;
    private final ConversionWriter writer;
    private final Clock clock;

    Conversion(
            CustomerMaster master,
            ReferenceSource reference,
            AccountNumbers numbers,
            ConversionWriter writer,
            Clock clock) {
        this.master = master;
        this.reference = reference;
        this.numbers = numbers;
        this.writer = writer;
        this.clock = clock;
    }

    /** Converts in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Ledger convert(List<OpenOperation> operations) {
        Set<UUID> customers = operations.stream()
                .map(open -> open.operation().asyncCustomerId())
                .collect(Collectors.toSet());
        var ledger = new Ledger(master.lock(customers), reference.read(), master.taken(identities(operations)));
        operations.stream().sorted(OpenOperation.BY_NUMBER).forEach(ledger::apply);
        Instant now = clock.instant();
        ledger.close(numbers.next(ledger.created()), now);
        writer.write(ledger, now);
        return ledger;
    }

    private static Collection<ExternalIdentity> identities(List<OpenOperation> operations) {
        return operations.stream()
                .map(OpenOperation::operation)
                .map(CustomerOperation::body)
                .filter(OperationBody.CreateCustomer.class::isInstance)
                .map(body -> ((OperationBody.CreateCustomer) body).content().externalIdentity())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
