package io.counterpart.stack.network;

import java.time.Duration;

/** The weather of one proxy, and waiting for it to clear up. */
final class Condition {

    private Weather weather = Weather.FAIR;
    private long delayMillis;

    synchronized void set(Weather next) {
        weather = next;
        notifyAll();
    }

    synchronized void slow(Duration delay) {
        delayMillis = delay.toMillis();
        set(Weather.SLOW);
    }

    /** Holds a piece of data up for as long as it takes, and says under which weather it goes on. */
    synchronized Weather pass() throws InterruptedException {
        long until = System.nanoTime() + delayMillis * 1_000_000;
        while (weather == Weather.BLACK_HOLE || (weather == Weather.SLOW && System.nanoTime() < until)) {
            wait(weather == Weather.SLOW ? Math.max(1, (until - System.nanoTime()) / 1_000_000) : 0);
        }
        return weather;
    }
}
