package io.counterpart.stack.network;

import java.time.Duration;

/** The weather of one proxy, and waiting for it to clear up. */
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

    /** Holds a piece of data up for as long as it takes, and says under which weather it goes on. */
    synchronized NetworkFault pass() throws InterruptedException {
        long until = System.nanoTime() + delayMillis * 1_000_000;
        while (fault == NetworkFault.BLACK_HOLE || (fault == NetworkFault.SLOW && System.nanoTime() < until)) {
            wait(fault == NetworkFault.SLOW ? Math.max(1, (until - System.nanoTime()) / 1_000_000) : 0);
        }
        return fault;
    }
}
