package io.counterpart.messaging.failpoint;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A point where the process dies as if it had been killed, when the system property {@code counterpart.failpoint} names
 * it: {@code p-job.sent} on the first pass, {@code p-job.sent:3} on the third. Without the property it does nothing.
 */
public final class FailPoint {

    private static final String SETTING = System.getProperty("counterpart.failpoint", "");
    private static final String NAME = SETTING.split(":", 2)[0];
    private static final int PASS = SETTING.contains(":") ? Integer.parseInt(SETTING.split(":", 2)[1]) : 1;
    private static final AtomicInteger PASSES = new AtomicInteger();

    private FailPoint() {}

    /** Halts the process if this is the configured point and pass; no shutdown hook runs, no buffer is flushed. */
    public static void reached(String name) {
        if (!NAME.isEmpty() && NAME.equals(name) && PASSES.incrementAndGet() == PASS) {
            Runtime.getRuntime().halt(137);
        }
    }
}
