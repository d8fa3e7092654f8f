package io.counterpart.benchmarks;

import java.time.Duration;

/**
 * The options of a load test.
 *
 * @param rate customers per second; 0 is as many as the connections carry
 * @param backlog creates all customers while the P-job is held, and measures from its release
 * @param ownStack starts a stack for the measurement instead of using the running one
 * @param limit after which account numbers that are still missing are given up
 */
public record LoadOptions(
        int customers, int connections, int rate, boolean backlog, boolean ownStack, Duration limit, long seed) {

    static final int CONNECTIONS = 8;

    /** A steady load: so many customers per second, for so long. */
    public static LoadOptions steady(int rate, int seconds, Duration limit) {
        return new LoadOptions(rate * seconds, CONNECTIONS, rate, false, false, limit, 1);
    }
}
