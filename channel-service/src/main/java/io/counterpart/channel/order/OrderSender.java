package io.counterpart.channel.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.operation.CustomerOperation;

/**
 * Sends stored orders and cancellations to HQ at once, without keeping the caller waiting. The P-job uploads the same
 * operation: what is not sent here arrives with it, and an order that arrives twice is one order.
 */
@Component
class OrderSender {

    // The calls of users come first.
    private static final int MOST_AT_ONCE = 16;

    private final RealTimeService headquarters;
    private final OrderNumberService numbers;
    private final Executor executor;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    OrderSender(
            RealTimeService headquarters,
            OrderNumberService numbers,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.headquarters = headquarters;
        this.numbers = numbers;
        this.executor = executor;
    }

    /** The operation must be committed. */
    void send(CustomerOperation operation, UUID order) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            executor.execute(() -> sendAndRelease(operation, order));
        } catch (RejectedExecutionException shuttingDown) {
            places.release();
        }
    }

    private void sendAndRelease(CustomerOperation operation, UUID order) {
        try {
            if (headquarters.apply(operation) instanceof Done) {
                numbers.fetch(List.of(order));
            }
        } catch (DataAccessException databaseIsAway) {
            // The order is stored, and the job fetches its number.
        } finally {
            places.release();
        }
    }
}
