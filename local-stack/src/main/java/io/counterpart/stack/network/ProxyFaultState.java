package io.counterpart.stack.network;

import java.time.Duration;

/** The current fault of one proxy; lets connections wait until it is cleared. */
final class ProxyFaultState {

    private NetworkFault fault = NetworkFault.FAIR;
    private long delayMillis;

    synchronized void set(NetworkFault next) {
        fault = next;
        notifyAll();
    }

    synchronized void slow(Duration delay) {
        delayMillis = delay.toMillis();
        set(NetworkFault.SLOW);
    }

    /** Delays a chunk of data as long as the fault requires, and returns the fault under which it continues. */
    synchronized NetworkFault pass() throws InterruptedException {
        long until = System.nanoTime() + delayMillis * 1_000_000;
        while (fault == NetworkFault.BLACK_HOLE || (fault == NetworkFault.SLOW && System.nanoTime() < until)) {
            wait(fault == NetworkFault.SLOW ? Math.max(1, (until - System.nanoTime()) / 1_000_000) : 0);
        }
        return fault;
    }
}
