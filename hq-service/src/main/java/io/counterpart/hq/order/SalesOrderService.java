package io.counterpart.hq.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.numbering.NumberSequenceGenerator;

/** Creates and finds sales orders, with the order ID as idempotency key across all sources. */
@Component
public class SalesOrderService {

    private final SalesOrderRepository repository;
    private final NumberSequenceGenerator numbers;

    SalesOrderService(SalesOrderRepository repository, NumberSequenceGenerator numbers) {
        this.repository = repository;
        this.numbers = numbers;
    }

    /** Creates orders in two statements, in the transaction that has their customers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void createAll(List<NewOrder> orders, Instant at) {
        if (!orders.isEmpty()) {
            repository.insert(orders, numbers.next(NumberSequenceGenerator.SALES_ORDER, orders.size()), at);
        }
    }

    public Optional<SalesOrder> find(UUID orderId) {
        return repository.find(orderId);
    }
}
