package io.counterpart.messaging.log;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Runs a relay on its own thread: immediately after a commit of this process, otherwise at every sweep. A fault of
 * Kafka or of the database is never final: the loop retries with a back-off of up to five seconds.
 */
public final class RelayLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Relay relay;
    private final BooleanSupplier held;
    private final Consumer<RelayBatch> listener;
    private final Worker worker;

    /**
     * @param held checked before every batch; while it is true, nothing is published
     * @param listener notified of every batch in which rows were read
     */
    public RelayLoop(Relay relay, OperationLog log, BooleanSupplier held, Consumer<RelayBatch> listener) {
        this.relay = relay;
        this.held = held;
        this.listener = listener;
        this.worker = new Worker(relay.name(), this::relayBatch, this::pauseAfterFailure).atEnd(this::releaseLease);
        log.onCommit(this::trigger);
    }

    /** Reads the log now rather than at the next sweep. */
    public void trigger() {
        worker.signal();
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private Pause relayBatch() {
        if (held.getAsBoolean()) {
            return Pause.atMost(relay.sweep());
        }
        RelayBatch batch = relay.relayOnce();
        if (batch.read() > 0) {
            listener.accept(batch);
        }
        if (batch.failure() != null) {
            throw new IllegalStateException(batch.failure());
        }
        return batch.more() ? Pause.NONE : Pause.atMost(relay.sweep());
    }

    // A commit does not cut this pause short: a busy log would overload an unavailable Kafka with retries.
    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("{} could not publish, attempt {}: {}", relay.name(), failures, failure.getMessage());
        return Pause.backOff(FIRST_PAUSE, failures, LONGEST_PAUSE);
    }

    private void releaseLease() {
        try {
            relay.releaseLease();
        } catch (RuntimeException e) {
            log.debug("{} could not release its lease; it will expire: {}", relay.name(), e.getMessage());
        }
    }
}
