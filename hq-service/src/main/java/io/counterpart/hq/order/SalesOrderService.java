package io.counterpart.hq.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindOrders.OrderState;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.hq.problem.HqProblem;

/** Creates sales orders, with the order ID as idempotency key across all sources. */
@Service
public class SalesOrderService {

    private final SalesOrderRepository repository;
    private final NumberSequenceGenerator numbers;
    private final CustomerMasterStore master;
    private final Clock clock;

    SalesOrderService(
            SalesOrderRepository repository, NumberSequenceGenerator numbers, CustomerMasterStore master, Clock clock) {
        this.repository = repository;
        this.numbers = numbers;
        this.master = master;
        this.clock = clock;
    }

    /**
     * Creates orders in two statements and cancels orders in one, in the transaction that has their customers. A
     * cancelled order stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(OrderChanges changes, Instant at) {
        createAll(changes.created(), at);
        if (!changes.cancelled().isEmpty()) {
            repository.cancel(changes.cancelled());
        }
    }

    private void createAll(List<NewOrder> orders, Instant at) {
        if (!orders.isEmpty()) {
            repository.insert(orders, numbers.next(NumberSequenceGenerator.SALES_ORDER, orders.size()), at);
        }
    }

    /** Creates an order while the channel waits; empty while the customer has no account number. */
    @Transactional
    public Optional<OrderCreated> create(CreateOrder request) {
        var made = repository.find(request.order().id());
        if (made.isPresent()) {
            return made;
        }
        return master.lock(List.of(request.asyncCustomerId())).values().stream()
                .findFirst()
                .flatMap(customer -> create(request, customer));
    }

    /** The orders of this channel database that were created; others are left out. */
    public List<OrderState> states(String channelDatabase, List<UUID> orders) {
        return repository.states(channelDatabase, orders);
    }

    private Optional<OrderCreated> create(CreateOrder request, MasterCustomer customer) {
        Rejected refusal = OrderValidator.refusal(customer, request.order());
        if (refusal != null) {
            if (customer.isErased()) {
                throw HqProblem.CUSTOMER_ERASED.because(refusal.message());
            }
            throw customer.blocked()
                    ? HqProblem.CUSTOMER_BLOCKED.because(refusal.message())
                    : HqProblem.HEADQUARTERS_REFUSED.because(refusal.message()).with("code", refusal.code());
        }
        Instant now = clock.instant();
        var order = new NewOrder(
                customer.asyncCustomerId(), request.channel(), request.channelDatabase(), request.order(), now);
        createAll(List.of(order), now);
        return repository.find(request.order().id());
    }
}
