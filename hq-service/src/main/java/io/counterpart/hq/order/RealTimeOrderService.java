package io.counterpart.hq.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.problem.HqProblem;

/** Creates orders synchronously for channels. */
@Service
public class RealTimeOrderService {

    private final SalesOrderService orders;
    private final CustomerMasterStore master;
    private final Clock clock;

    RealTimeOrderService(SalesOrderService orders, CustomerMasterStore master, Clock clock) {
        this.orders = orders;
        this.master = master;
        this.clock = clock;
    }

    /** Empty while the customer has no account number. */
    @Transactional
    public Optional<SalesOrder> create(CreateOrder request) {
        var made = orders.find(request.order().id());
        if (made.isPresent()) {
            return made;
        }
        return master.lock(List.of(request.asyncCustomerId())).values().stream()
                .findFirst()
                .flatMap(customer -> create(request, customer));
    }

    private Optional<SalesOrder> create(CreateOrder request, MasterCustomer customer) {
        Rejected refusal = OrderValidator.refusal(customer, request.order());
        if (refusal != null) {
            throw customer.blocked()
                    ? HqProblem.CUSTOMER_BLOCKED.because(refusal.message())
                    : HqProblem.HEADQUARTERS_REFUSED.because(refusal.message()).with("code", refusal.code());
        }
        Instant now = clock.instant();
        var order = new NewOrder(
                customer.asyncCustomerId(), request.channel(), request.channelDatabase(), request.order(), now);
        orders.createAll(List.of(order), now);
        return orders.find(request.order().id());
    }
}
