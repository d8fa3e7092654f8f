package io.counterpart.channel.customer;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for news of those who wait, while anybody waits. */
@Component
class AccountNumberPollJob {

    private final AccountNumberAwaiter changes;

    AccountNumberPollJob(AccountNumberAwaiter changes) {
        this.changes = changes;
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void poll() {
        changes.pollOtherInstances();
    }
}
