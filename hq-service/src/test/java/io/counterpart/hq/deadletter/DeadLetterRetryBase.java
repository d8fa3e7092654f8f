package io.counterpart.hq.deadletter;

import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.intake.DeadLetterPublisher;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static org.awaitility.Awaitility.await;

/** Base class of tests that retry groups of dead letters. */
abstract class DeadLetterRetryBase {

    @Autowired
    DeadLetterGroupService groups;

    @Autowired
    DeadLetterService letters;

    @Autowired
    DeadLetterRetryRepository retries;

    @Autowired
    DeadLetterClaimRepository claims;

    @Autowired
    DeadLetterRetryWorker worker;

    @Autowired
    DeadLetterPublisher publisher;

    @Autowired
    DeadLetterBroker broker;

    @Autowired
    Clock clock;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        DeadLetterFixtures.clear(work);
        broker.reset();
    }

    /** No worker of one test sends in the next one. */
    @AfterEach
    void end() {
        broker.reset();
        await().until(() -> retries.running().isEmpty());
    }

    DeadLetterRetry retry(DeadLetterSelection selection) {
        return groups.retry(selection, "Token replaced").orElseThrow();
    }

    DeadLetterRetry finished(DeadLetterRetry retry) {
        await().until(() -> !groups.findRetry(retry.id()).isRunning());
        return groups.findRetry(retry.id());
    }

    DeadLetterSelection selection() {
        DeadLetterGroup group =
                groups.find(false, DeadLetterCause.SIGNATURE_WRONG, P_0001).orElseThrow();
        return new DeadLetterSelection(group.cause(), group.topic(), group.upTo());
    }

    long open() {
        return work.number("select count(*) from dead_letter where status = 'OPEN'");
    }

    long claimed() {
        return work.number("select count(*) from dead_letter where status = 'OPEN' and claimed_until is not null");
    }
}
