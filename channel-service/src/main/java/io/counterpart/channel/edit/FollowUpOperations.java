package io.counterpart.channel.edit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerEditStore;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * The door for packages that add operations of their own to those of a customer: always pending ones, which no feature
 * switches. Nobody looked at a version before, so a change that comes between is no reason to give up.
 */
@Service
public class FollowUpOperations {

    private static final int TRIES = 5;

    private final CustomerEditStore customers;
    private final EditOperationFactory operations;
    private final EditStore keeping;
    private final RealTimeEditService realTime;
    private final TransactionTemplate transaction;

    FollowUpOperations(
            CustomerEditStore customers,
            EditOperationFactory operations,
            EditStore keeping,
            RealTimeEditService realTime,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.operations = operations;
        this.keeping = keeping;
        this.realTime = realTime;
        this.transaction = transaction;
    }

    /**
     * Adds what the customer, as it is now, asks for.
     *
     * @param alongside done in the same transaction
     * @return whether there was something to add
     */
    public boolean add(
            UUID operationId,
            String customer,
            String channel,
            Function<CustomerAggregate, Optional<OperationBody>> change,
            Consumer<CustomerOperation> alongside) {
        for (int attempt = 1; ; attempt++) {
            try {
                CustomerAggregate before = settled(customer);
                Optional<CustomerOperation> operation =
                        change.apply(before).map(body -> operations.next(operationId, before, channel, body));
                operation.ifPresent(it -> savePending(before, it, alongside));
                return operation.isPresent();
            } catch (Problem problem) {
                if (problem.type() != StandardProblem.VERSION_MISMATCH) {
                    throw problem;
                }
                if (attempt == TRIES) {
                    throw ChannelProblem.REQUEST_IN_PROGRESS.because(
                            "This customer is being changed right now. Please try again in a few seconds.");
                }
            }
        }
    }

    private CustomerAggregate settled(String id) {
        CustomerAggregate customer = customers.get(id);
        return operations
                .unanswered(customer)
                .map(edit -> {
                    realTime.settle(edit, true);
                    return customers.get(id);
                })
                .orElse(customer);
    }

    private void savePending(
            CustomerAggregate before, CustomerOperation operation, Consumer<CustomerOperation> alongside) {
        transaction.executeWithoutResult(status -> {
            keeping.savePending(before, operation);
            alongside.accept(operation);
        });
    }
}
