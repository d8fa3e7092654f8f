package io.counterpart.channel.event;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assigns numbers to events after their commit. A number that is assigned within a running transaction may become
 * visible after a higher one, and a client that has received the higher one would never receive it. Therefore only
 * committed events are numbered, by one transaction at a time across all instances: the order of numbers is the order
 * of visibility.
 */
@Service
class EventSequencer {

    private static final Logger log = LoggerFactory.getLogger(EventSequencer.class);
    private static final int AT_MOST = 5_000;

    private final EventRepository repository;
    private final TransactionTemplate transaction;
    private final EventProperties properties;
    private final Clock clock;

    EventSequencer(
            EventRepository repository, TransactionTemplate transaction, EventProperties properties, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Numbers the new events and returns the number of the newest event. */
    long latestNumber() {
        while (repository.hasNewEvents() && numberSome() == AT_MOST) {
            log.debug("More events are waiting for a number than one statement handles");
        }
        return repository.latest();
    }

    // Also numbers events without subscriptions, so that new events never accumulate.
    @Scheduled(fixedDelayString = "${counterpart.events.purge-interval:1m}")
    void purge() {
        latestNumber();
        int purged = repository.purge(clock.instant().minus(properties.kept()));
        if (purged > 0) {
            log.info("Purged {} events", purged);
        }
    }

    private int numberSome() {
        Integer numbered = transaction.execute(status -> {
            repository.lockNumbers();
            return repository.number(AT_MOST);
        });
        return numbered == null ? 0 : numbered;
    }
}
