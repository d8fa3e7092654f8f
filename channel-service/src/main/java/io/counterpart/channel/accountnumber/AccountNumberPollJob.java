package io.counterpart.channel.accountnumber;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Polls for results stored by other instances, while any request waits. */
@Component
class AccountNumberPollJob {

    private final AccountNumberAwaiter awaiter;

    AccountNumberPollJob(AccountNumberAwaiter awaiter) {
        this.awaiter = awaiter;
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void poll() {
        awaiter.pollOtherInstances();
    }
}
