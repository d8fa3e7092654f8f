package io.counterpart.hq.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.recovery.DatabaseIdentityRepository.Known;

/**
 * Detects a restore of the database: its identity has changed, the master lacks a snapshot of 1010 or an account number
 * of a channel, or the stored sign of life is older than the last one written.
 */
@Component
class RestoreDetection {

    private static final Logger log = LoggerFactory.getLogger(RestoreDetection.class);
    private static final int LAST_RECORDS = 20;
    private static final Duration HEARTBEATS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);

    private final DatabaseIdentityRepository database;
    private final LostCustomerRepository customers;
    private final RecoveryService recoveries;
    private final RecoveryProcess run;
    private final TopicReader topics;
    private final NumberGate gate;
    private final RecoveryProperties properties;
    private final Clock clock;
    private Instant startedAt = Instant.EPOCH;
    private Instant aliveBefore = Instant.EPOCH;
    private Instant written = Instant.EPOCH;
    private boolean identityChecked;
    private boolean topicChecked;

    RestoreDetection(
            DatabaseIdentityRepository database,
            LostCustomerRepository customers,
            RecoveryService recoveries,
            RecoveryProcess run,
            TopicReader topics,
            NumberGate gate,
            RecoveryProperties properties,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.recoveries = recoveries;
        this.run = run;
        this.topics = topics;
        this.gate = gate;
        this.properties = properties;
        this.clock = clock;
    }

    void start() {
        startedAt = clock.instant();
        gate.checking(true);
    }

    /** Checks once; the first checks decide when this instance may assign numbers. */
    void look() {
        Known known = database.known().orElse(null);
        String current = database.current(known);
        if (!identityChecked) {
            aliveBefore = known == null ? Instant.EPOCH : known.aliveAt();
        }
        if (known != null && !known.identity().equals(current)) {
            begin(
                    "The database is another or on another timeline: %s, before %s"
                            .formatted(current, known.identity()),
                    known);
        } else if (known != null && known.aliveAt().isBefore(written)) {
            begin("The database has forgotten what was written at " + written, known);
        }
        identityChecked = true;
        if (gate.isChecking()) {
            checkTopic(known);
        } else {
            if (!topicChecked) {
                checkTopic(known);
            }
            database.channelAhead().ifPresent(sign -> begin("Channel database " + sign, known));
        }
        signOfLife(known, current);
    }

    private void checkTopic(@Nullable Known known) {
        try {
            List<LostCustomer> last = run.snapshots(topics.last(Topics.CUSTOMERS_1010, LAST_RECORDS));
            if (last.isEmpty() && database.hasCustomers() && !enoughHeartbeats()) {
                return;
            }
            topicChecked = true;
            long unknown = last.isEmpty() ? 0 : customers.unknown(last);
            if (unknown > 0) {
                begin("1010 has %d snapshots that are newer than the customer master".formatted(unknown), known);
            } else {
                database.channelAhead().ifPresent(sign -> begin("Channel database " + sign, known));
            }
            gate.checking(false);
        } catch (RuntimeException e) {
            log.debug("The last published records could not be read: {}", e.getMessage());
            if (clock.instant().isAfter(startedAt.plus(properties.startCheck()))) {
                gate.checking(false);
            }
        }
    }

    // The topic is empty: the heartbeats of the channels are the only evidence.
    private boolean enoughHeartbeats() {
        return database.heardOfAllSince(startedAt) || clock.instant().isAfter(startedAt.plus(HEARTBEATS));
    }

    private void begin(String sign, @Nullable Known known) {
        Instant alive = known == null || aliveBefore.isBefore(known.aliveAt()) ? aliveBefore : known.aliveAt();
        recoveries.begin(sign, alive.equals(Instant.EPOCH) ? alive : alive.minus(properties.margin()));
    }

    private void signOfLife(@Nullable Known known, String current) {
        Instant now = clock.instant();
        if (known == null
                || !known.identity().equals(current)
                || written.plus(BETWEEN_SIGNS_OF_LIFE).isBefore(now)) {
            database.save(current, now);
            written = now;
        }
    }
}
