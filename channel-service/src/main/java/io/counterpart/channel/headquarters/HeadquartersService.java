package io.counterpart.channel.headquarters;

import org.springframework.stereotype.Service;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeResult;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/**
 * Requests that only HQ can serve. Never called inside a transaction; every request carries an id, so that a repetition
 * has one effect.
 */
@Service("headquartersRequests") // "headquarters" is the name of the health indicator
public class HeadquartersService {

    private final RealTimeService realTimeService;

    HeadquartersService(RealTimeService realTimeService) {
        this.realTimeService = realTimeService;
    }

    public RealTimeResult<Found> find(FindCustomers search) {
        return realTimeService.call("/realtime/v1/customers/search", search, Found.class);
    }

    public LoyaltyCard issue(IssueLoyaltyCard card) {
        return orProblem(realTimeService.call("/realtime/v1/loyalty-cards", card, LoyaltyCard.class));
    }

    public OrderCreated create(CreateOrder order) {
        return orProblem(realTimeService.call("/realtime/v1/orders", order, OrderCreated.class));
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
}
