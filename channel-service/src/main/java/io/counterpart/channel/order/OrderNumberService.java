package io.counterpart.channel.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.accountnumber.AccountNumberAwaiter;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.messaging.RecordsReadEvent;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.Topics;
import io.counterpart.contract.realtime.FindOrders;
import io.counterpart.contract.realtime.FindOrders.OrderState;

/**
 * Asks HQ for the numbers of async orders whose operation it has applied. A snapshot contains the whole customer and
 * therefore no orders, of which there may be any number.
 */
@Service
class OrderNumberService {

    private static final int PORTION = 100;
    // HQ has no number for an order that an operator skipped.
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final OrderRepository orders;
    private final RealTimeService headquarters;
    private final ChannelProperties properties;
    private final AccountNumberAwaiter awaiter;
    private final Clock clock;
    // What waits for HQ would be read each time: the orders of a long outage are many.
    private volatile boolean customersArrived = true;
    private volatile Instant readAt = Instant.MIN;
    private volatile Duration pause = SHORTEST_PAUSE;
    private volatile Instant pausedUntil = Instant.MIN;

    OrderNumberService(
            OrderRepository orders,
            RealTimeService headquarters,
            ChannelProperties properties,
            AccountNumberAwaiter awaiter,
            Clock clock) {
        this.orders = orders;
        this.headquarters = headquarters;
        this.properties = properties;
        this.awaiter = awaiter;
        this.clock = clock;
    }

    @EventListener
    void on(RecordsReadEvent read) {
        if (read.failure() == null && read.topic().equals(Topics.CUSTOMERS_1010)) {
            customersArrived = true;
        }
    }

    /** Asks for the numbers that are due, portion by portion. */
    void fetchDue() {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil) || (!customersArrived && now.isBefore(readAt.plus(READ_AGAIN_AFTER)))) {
            return;
        }
        // Before the read: what arrives during it is read by the next run.
        customersArrived = false;
        readAt = now;
        try {
            List<UUID> due = orders.findWithoutNumber(now.minus(ASK_AGAIN_AFTER), PORTION);
            while (!due.isEmpty() && fetch(due)) {
                due = orders.findWithoutNumber(clock.instant().minus(ASK_AGAIN_AFTER), PORTION);
            }
            if (!due.isEmpty()) {
                customersArrived = true;
            }
        } catch (DataAccessException databaseIsAway) {
            customersArrived = true;
        }
    }

    /** Stores the numbers of those orders that HQ has created; false: HQ did not respond. */
    boolean fetch(List<UUID> ids) {
        Instant askedAt = clock.instant();
        return headquarters
                .states(new FindOrders(properties.channelDatabase(), ids))
                .fold(
                        states -> store(ids, states.orders(), askedAt),
                        // An HQ of an earlier release.
                        refused -> store(ids, List.of(), askedAt),
                        () -> store(ids, List.of(), askedAt),
                        unreachable -> pause());
    }

    private boolean store(List<UUID> ids, List<OrderState> states, Instant askedAt) {
        orders.storeNumbers(ids, states, askedAt);
        awaiter.notifyAccountNumbers(states.stream().map(OrderState::id).toList());
        pause = SHORTEST_PAUSE;
        pausedUntil = Instant.MIN;
        return true;
    }

    // The circuit breaker counts unanswered calls of users too.
    private boolean pause() {
        pausedUntil = clock.instant().plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        return false;
    }
}
