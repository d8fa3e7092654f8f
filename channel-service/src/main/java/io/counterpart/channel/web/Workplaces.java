package io.counterpart.channel.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As many changes are worked on at once as the processors have use for; the others wait for a moment. Many threads that
 * share few processors finish no sooner than few threads, and leave nothing to the JVM's compiler, which would make all
 * of them faster.
 */
public final class Workplaces {

    private final Semaphore free;
    private final Duration patience;
    private final ThreadLocal<Boolean> taken = ThreadLocal.withInitial(() -> false);

    public Workplaces(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /** Waits until this thread has a place; false: there was none in time. */
    public boolean take() throws InterruptedException {
        boolean got = free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        taken.set(got);
        return got;
    }

    /**
     * Gives the place of this thread to another, when the work is done or waits for somebody else. Who comes back from
     * such a wait goes on without a place: were it to queue again, those with a place could be waiting for it.
     */
    public void leave() {
        if (taken.get()) {
            free.release();
        }
        taken.remove();
    }
}
