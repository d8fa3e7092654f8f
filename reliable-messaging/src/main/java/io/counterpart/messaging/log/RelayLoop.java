package io.counterpart.messaging.log;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a relay on a thread of its own: at once after a commit of this process, else at every sweep. A fault of Kafka or
 * of the database is never final: the loop waits a little longer each time, up to five seconds, and tries again.
 */
public final class RelayLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Relay relay;
    private final BooleanSupplier held;
    private final Consumer<RelayBatch> listener;
    private final Semaphore triggers = new Semaphore(0);
    private volatile CountDownLatch end = new CountDownLatch(0);
    private int failures;
    private @Nullable Thread thread;

    /**
     * @param held asked before every batch; true: nothing is published until it is false again
     * @param listener told of every batch in which anything was read
     */
    public RelayLoop(Relay relay, OperationLog log, BooleanSupplier held, Consumer<RelayBatch> listener) {
        this.relay = relay;
        this.held = held;
        this.listener = listener;
        log.onCommit(this::trigger);
    }

    /** Looks at the log now rather than at the next sweep. */
    public void trigger() {
        triggers.release();
    }

    @Override
    public void start() {
        end = new CountDownLatch(1);
        var started = new Thread(this::loop, relay.name());
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        end.countDown();
        trigger();
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        try {
            stopping.join(TimeUnit.SECONDS.toMillis(10));
            stopping.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }

    private void loop() {
        try {
            while (isRunning()) {
                runOnce();
            }
        } catch (InterruptedException e) {
            log.warn("{} was interrupted and ends", relay.name());
            end.countDown();
        }
        releaseLease();
    }

    private void runOnce() throws InterruptedException {
        try {
            if (!held.getAsBoolean()) {
                drain();
            }
            triggers.tryAcquire(relay.sweep().toMillis(), TimeUnit.MILLISECONDS);
            triggers.drainPermits();
        } catch (RuntimeException e) {
            failures++;
            log.warn("{} could not publish, try {}: {}", relay.name(), failures, e.getMessage());
            // No commit cuts this pause short: a busy log would hammer a Kafka that is away.
            end.await(pauseAfterFailure(), TimeUnit.MILLISECONDS);
        }
    }

    private void drain() {
        RelayBatch batch;
        do {
            triggers.drainPermits();
            batch = relay.relayOnce();
            if (batch.read() > 0) {
                listener.accept(batch);
            }
            if (batch.failure() != null) {
                throw new IllegalStateException(batch.failure());
            }
            failures = 0;
        } while (isRunning() && batch.more() && !held.getAsBoolean());
    }

    private long pauseAfterFailure() {
        return Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(failures, 10));
    }

    private void releaseLease() {
        try {
            relay.releaseLease();
        } catch (RuntimeException e) {
            log.debug("{} keeps its lease until it runs out: {}", relay.name(), e.getMessage());
        }
    }
}
