package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.intake.DeadLetterPublisher.RepublishResult;

/**
 * Requeues a group of dead letters in chunks: the next one is published when Kafka has acknowledged the last one.
 * Several instances of HQ can work on the same retry. After a restart it continues; when the broker is unavailable it
 * stops, and what was not published stays open.
 */
@Component
class DeadLetterRetryWorker {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetryWorker.class);
    private static final int CHUNK = 100;

    private final DeadLetterRetryRepository retries;
    private final DeadLetterClaimRepository claims;
    private final DeadLetterPublisher publisher;
    private final Clock clock;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();

    DeadLetterRetryWorker(
            DeadLetterRetryRepository retries,
            DeadLetterClaimRepository claims,
            DeadLetterPublisher publisher,
            Clock clock) {
        this.retries = retries;
        this.claims = claims;
        this.publisher = publisher;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void continueRunning() {
        retries.running().forEach(this::start);
    }

    void start(DeadLetterRetry retry) {
        if (retry.isRunning() && working.add(retry.id())) {
            var thread = new Thread(() -> work(retry), "dead-letter-retry");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work(DeadLetterRetry retry) {
        try {
            String status = publishAll(retry) ? "FINISHED" : "STOPPED";
            retries.end(retry.id(), status, clock.instant());
        } catch (RuntimeException e) {
            log.warn("The retry {} of dead letters stopped and will continue after the next start", retry.id(), e);
        } finally {
            working.remove(retry.id());
        }
    }

    /** Returns false if the broker is unavailable. */
    private boolean publishAll(DeadLetterRetry retry) {
        UUID claim = UUID.randomUUID();
        boolean available = true;
        SortedMap<Long, ProducerRecord<String, byte[]>> chunk = claims.claim(retry, 0, CHUNK, claim, clock.instant());
        while (available && !chunk.isEmpty()) {
            RepublishResult<Long> result = publisher.republish(chunk);
            claims.settle(retry, result.acknowledged(), claim, clock.instant());
            available = result.complete();
            if (available) {
                chunk = claims.claim(retry, chunk.lastKey(), CHUNK, claim, clock.instant());
            }
        }
        claims.release(claim);
        return available;
    }
}
