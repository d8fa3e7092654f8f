package io.counterpart.messaging;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The signals to one worker, and the pauses that they end. */
final class WorkerSignals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean signalled;
    private boolean hurried;

    /** Ends a pause, unless it is a whole one. */
    void signal() {
        // A pending signal is enough: the round that consumes it sees everything that was committed before this call.
        if (!signalled) {
            wake(false);
        }
    }

    /** Ends any pause. */
    void hurry() {
        wake(true);
    }

    /**
     * Waits for the end of the pause. Signals are cleared before the next round, so that a signal during that round
     * leads to another one.
     *
     * @param gathering how much longer to wait after a signal
     * @param goesOn checked after every wake-up
     */
    void await(Pause pause, Duration gathering, BooleanSupplier goesOn) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = pause.atMost().toNanos();
            while (nanos > 0 && goesOn.getAsBoolean() && !hurried && !(signalled && pause.endsOnSignal())) {
                nanos = changed.awaitNanos(nanos);
            }
            long gather = signalled && pause.endsOnSignal() ? gathering.toNanos() : 0;
            while (gather > 0 && goesOn.getAsBoolean()) {
                gather = changed.awaitNanos(gather);
            }
            signalled = false;
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    private void wake(boolean hurry) {
        lock.lock();
        try {
            signalled = true;
            hurried |= hurry;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
