package io.counterpart.channel.order;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.edit.FollowUpOperations;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;

/** Stores an order that HQ will make later: one transaction with the operation that tells HQ. */
@Service
class OrderStore {

    private final FollowUpOperations operations;
    private final OrderRepository orders;

    OrderStore(FollowUpOperations operations, OrderRepository orders) {
        this.operations = operations;
        this.orders = orders;
    }

    void savePending(CustomerOrder order, UUID asyncCustomerId, String channel) {
        operations.add(
                order.id(),
                asyncCustomerId.toString(),
                channel,
                customer -> Optional.of(new OperationBody.CreateOrder(order)),
                operation -> orders.insert(new PlacedOrder(
                        order, asyncCustomerId, channel, operation.operationNumber(), null, operation.occurredAt())));
    }
}
