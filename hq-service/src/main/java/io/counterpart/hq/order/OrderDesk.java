package io.counterpart.hq.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.problem.HqProblem;

/** Makes orders at once, for channels that wait. */
@Service
public class OrderDesk {

    private final SalesOrders orders;
    private final CustomerMaster master;
    private final Clock clock;

    OrderDesk(SalesOrders orders, CustomerMaster master, Clock clock) {
        this.orders = orders;
        this.master = master;
        this.clock = clock;
    }

    /** Nothing while the customer has no account number. */
    @Transactional
    public Optional<SalesOrder> make(CreateOrder request) {
        var made = orders.find(request.order().id());
        if (made.isPresent()) {
            return made;
        }
        return master.lock(List.of(request.asyncCustomerId())).values().stream()
                .findFirst()
                .flatMap(customer -> make(request, customer));
    }

    private Optional<SalesOrder> make(CreateOrder request, MasterCustomer customer) {
        Refused refusal = OrderRules.refusal(customer, request.order());
        if (refusal != null) {
            throw customer.blocked()
                    ? HqProblem.CUSTOMER_BLOCKED.because(refusal.words())
                    : HqProblem.HEADQUARTERS_REFUSED.because(refusal.words()).with("code", refusal.code());
        }
        Instant now = clock.instant();
        var order = new NewOrder(
                customer.asyncCustomerId(), request.channel(), request.channelDatabase(), request.order(), now);
        orders.make(List.of(order), now);
        return orders.find(request.order().id());
    }
}
