package io.counterpart.channel.order;

import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.customer.CustomerOperations;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;

/** Stores an order that HQ will make later: one transaction with the operation that tells HQ. */
@Service
class OrderKeeping {

    private final CustomerOperations operations;
    private final OrderRepository orders;

    OrderKeeping(CustomerOperations operations, OrderRepository orders) {
        this.operations = operations;
        this.orders = orders;
    }

    @Transactional
    public void keep(CustomerOrder order, UUID asyncCustomerId, String channel, Instant at) {
        int number = operations.add(order.id(), asyncCustomerId, channel, new OperationBody.CreateOrder(order));
        orders.insert(new TakenOrder(order, asyncCustomerId, channel, number, null, at));
    }
}
