package io.counterpart.channel.order;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.edit.FurtherOperations;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;

/** Stores an order that HQ will make later: one transaction with the operation that tells HQ. */
@Service
class OrderKeeping {

    private final FurtherOperations operations;
    private final OrderRepository orders;

    OrderKeeping(FurtherOperations operations, OrderRepository orders) {
        this.operations = operations;
        this.orders = orders;
    }

    void keep(CustomerOrder order, UUID asyncCustomerId, String channel) {
        operations.add(
                order.id(),
                asyncCustomerId.toString(),
                channel,
                customer -> Optional.of(new OperationBody.CreateOrder(order)),
                operation -> orders.insert(new TakenOrder(
                        order, asyncCustomerId, channel, operation.operationNumber(), null, operation.occurredAt())));
    }
}
