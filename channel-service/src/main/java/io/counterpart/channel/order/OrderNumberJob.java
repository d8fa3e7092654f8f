package io.counterpart.channel.order;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches the numbers of async orders soon after HQ has created them. */
@Component
class OrderNumberJob {

    private final OrderNumberService numbers;

    OrderNumberJob(OrderNumberService numbers) {
        this.numbers = numbers;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void fetch() {
        numbers.fetchDue();
    }
}
