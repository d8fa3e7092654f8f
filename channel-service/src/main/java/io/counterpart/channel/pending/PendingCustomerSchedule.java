package io.counterpart.channel.pending;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refreshes the state of pending customers as often as a heartbeat reports it. */
@Component
class PendingCustomerSchedule {

    private final PendingCustomerTracker tracker;

    PendingCustomerSchedule(PendingCustomerTracker tracker) {
        this.tracker = tracker;
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        tracker.refresh();
    }
}
