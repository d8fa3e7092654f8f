package io.counterpart.channel.realtime;

import java.util.concurrent.Semaphore;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.realtime.FindLoyaltyCards;
import io.counterpart.contract.realtime.FindLoyaltyCards.LoyaltyCards;
import io.counterpart.contract.realtime.FindOrders;
import io.counterpart.contract.realtime.FindOrders.OrderStates;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The synchronous interface to HQ, with a circuit breaker and a limit of concurrent calls: when HQ is unavailable or
 * slow, few calls wait for it, and the others fail at once. The breaker permits some calls after a while and closes
 * automatically. Never called inside a transaction, and never slower than its time-out. A repeated request has one
 * effect.
 */
@Service
public class RealTimeService {

    private final RealTimeHttpClient exchange;
    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final RealTimeMetrics metrics;

    RealTimeService(
            RealTimeHttpClient exchange,
            CircuitBreaker breaker,
            RealTimeProperties properties,
            RealTimeMetrics metrics) {
        this.exchange = exchange;
        this.breaker = breaker;
        this.places = new Semaphore(properties.callsAtOnce());
        this.metrics = metrics;
    }

    /** Whether an instance of HQ answers requests now, apart from the circuit breaker. */
    public boolean responds() {
        return exchange.responds();
    }

    /**
     * Sends the same operation that the P-job would upload, so that the P-job can repeat a call whose response is lost.
     */
    public RealTimeResult<CustomerSnapshot> apply(CustomerOperation operation) {
        return call("/realtime/v1/operations", operation, CustomerSnapshot.class);
    }

    public RealTimeResult<Found> find(FindCustomers search) {
        return call("/realtime/v1/customers/search", search, Found.class);
    }

    public LoyaltyCard issue(IssueLoyaltyCard card) {
        return orProblem(call("/realtime/v1/loyalty-cards", card, LoyaltyCard.class));
    }

    public OrderCreated create(CreateOrder order) {
        return orProblem(call("/realtime/v1/orders", order, OrderCreated.class));
    }

    public RealTimeResult<LoyaltyCards> find(FindLoyaltyCards cards) {
        return call("/realtime/v1/loyalty-cards/search", cards, LoyaltyCards.class);
    }

    /** The orders among these that HQ has created. */
    public RealTimeResult<OrderStates> states(FindOrders orders) {
        return call("/realtime/v1/orders/states", orders, OrderStates.class);
    }

    private <T> RealTimeResult<T> call(String path, Object request, Class<T> answer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Headquarters is not asked while a transaction holds a connection and locks");
        }
        if (!breaker.tryAcquirePermission()) {
            return unasked("Headquarters did not respond a moment ago");
        }
        if (!places.tryAcquire()) {
            breaker.releasePermission();
            return unasked("Too many calls are waiting for headquarters");
        }
        long start = breaker.getCurrentTimestamp();
        RealTimeResult<T> answered = new Unreachable<>("The call failed", true);
        try {
            answered = exchange.post(path, request, answer);
            return answered;
        } finally {
            places.release();
            judge(answered, breaker.getCurrentTimestamp() - start);
        }
    }

    private static <T> T orProblem(RealTimeResult<T> answer) {
        return answer.fold(
                value -> value,
                refused -> {
                    throw ChannelProblem.HEADQUARTERS_REFUSED.because(refused.reason());
                },
                () -> {
                    throw ChannelProblem.CUSTOMER_PENDING_SYNC.because(
                            "An earlier change of this customer has not reached headquarters yet. Try again in a few "
                                    + "seconds.");
                },
                unreachable -> {
                    throw ChannelProblem.HEADQUARTERS_UNREACHABLE.because(
                            "Headquarters is unavailable. Try again in a few seconds.");
                });
    }

    private <T> RealTimeResult<T> unasked(String reason) {
        metrics.recordRejectedByBreaker();
        return new Unreachable<>(reason, false);
    }

    private void judge(RealTimeResult<?> answered, long duration) {
        metrics.recordCall(answered, duration, breaker.getTimestampUnit());
        if (answered instanceof Unreachable<?> unreachable) {
            breaker.onError(duration, breaker.getTimestampUnit(), new UnreachableException(unreachable.reason()));
        } else {
            breaker.onSuccess(duration, breaker.getTimestampUnit());
        }
    }

    /** The failure that the breaker counts. */
    private static final class UnreachableException extends Exception {

        UnreachableException(String reason) {
            super(reason, null, false, false);
        }
    }
}
