package io.counterpart.messaging;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task on its own daemon thread: immediately when it is signaled, otherwise after the pause that the task
 * returned. An exception never ends it.
 */
public final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);
    private static final long MILLIS_AFTER_INTERRUPT = 1_000;

    /** One round of the work; returns the pause before the next round. */
    @FunctionalInterface
    public interface Task {

        Pause run() throws InterruptedException;
    }

    /** Determines the pause after a failed round. */
    @FunctionalInterface
    public interface FailureHandler {

        /**
         * Decides when to retry.
         *
         * @param failures the number of consecutive failed rounds, including this one
         */
        Pause onFailure(RuntimeException failure, int failures);
    }

    private final String name;
    private final Task task;
    private final FailureHandler failureHandler;
    private final Duration gathering;
    private final Runnable end;
    private final WorkerSignals signals = new WorkerSignals();
    private volatile @Nullable Thread thread;

    public Worker(String name, Task task, FailureHandler failureHandler) {
        this(name, task, failureHandler, Duration.ZERO, () -> {});
    }

    private Worker(String name, Task task, FailureHandler failureHandler, Duration gathering, Runnable end) {
        this.name = name;
        this.task = task;
        this.failureHandler = failureHandler;
        this.gathering = gathering;
        this.end = end;
    }

    /** Returns a copy that waits this long after a signal, so that signals close together lead to one round. */
    public Worker gathering(Duration duration) {
        return new Worker(name, task, failureHandler, duration, end);
    }

    /** Returns a copy that runs this on its thread before it ends, for example to release a lease. */
    public Worker atEnd(Runnable last) {
        return new Worker(name, task, failureHandler, gathering, last);
    }

    /** Announces new work: ends the pause, unless it is a whole one. */
    public void signal() {
        signals.signal();
    }

    /** Ends any pause. */
    public void hurry() {
        signals.hurry();
    }

    public synchronized void start() {
        if (thread == null) {
            var started = new Thread(this::loop, name);
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    public void stop() {
        stop(DEFAULT_PATIENCE);
    }

    /**
     * Lets the current round finish, interrupts it when it exceeds the patience, and returns at most one second later.
     */
    public void stop(Duration patience) {
        Thread stopping = thread;
        thread = null;
        hurry();
        if (stopping == null || stopping == Thread.currentThread()) {
            return;
        }
        try {
            if (!patience.isZero()) {
                stopping.join(patience.toMillis());
            }
            stopping.interrupt();
            stopping.join(MILLIS_AFTER_INTERRUPT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A long round can also check this and end early when it is false. */
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        int failures = 0;
        try {
            while (isCurrent()) {
                Pause pause;
                try {
                    pause = task.run();
                    failures = 0;
                } catch (RuntimeException e) {
                    pause = afterFailure(e, ++failures);
                }
                signals.await(pause, gathering, this::isCurrent);
            }
        } catch (InterruptedException e) {
            log.debug("{} was interrupted and stops", name);
        } finally {
            finish();
        }
    }

    private Pause afterFailure(RuntimeException failure, int failures) {
        try {
            return failureHandler.onFailure(failure, failures);
        } catch (RuntimeException e) {
            log.warn("{} failed: {}", name, failure.getMessage(), e);
            return Pause.whole(DEFAULT_PATIENCE);
        }
    }

    private boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    private void finish() {
        if (isCurrent()) {
            thread = null;
        }
        try {
            end.run();
        } catch (RuntimeException e) {
            log.debug("{} could not stop cleanly: {}", name, e.getMessage());
        }
    }
}
