package io.counterpart.channel.customer;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for news of those who wait, while anybody waits. */
@Component
class ArrivalSchedule {

    private final CustomerChanges changes;

    ArrivalSchedule(CustomerChanges changes) {
        this.changes = changes;
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        changes.lookForWhatOtherInstancesTookIn();
    }
}
