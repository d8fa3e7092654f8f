package io.counterpart.support.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * The request limits of this instance: for each token or user, and for each address whose requests bring no valid token. A
 * valid token is not affected by what others send from its address.
 */
public final class RequestLimits {

    private static final int SECONDS_AT_ONCE = 10;

    private final RequestLimitProperties properties;
    private final LimitBuckets callers;
    private final LimitBuckets addresses;

    RequestLimits(RequestLimitProperties properties, MeterRegistry meters, Clock clock) {
        long perSecond = properties.requestsPerSecond();
        long failures = properties.failuresPerMinute();
        this.properties = properties;
        this.callers = new LimitBuckets(
                "caller", SECONDS_AT_ONCE * perSecond, perSecond, Duration.ofSeconds(1), meters, clock);
        this.addresses = new LimitBuckets("address", failures, failures, Duration.ofMinutes(1), meters, clock);
    }

    /** The problem to answer if the caller has sent too many requests. */
    Optional<Problem> request(String caller, boolean search) {
        return callers.take(caller, search ? properties.searchCost() : 1)
                .map(wait -> StandardProblem.RATE_LIMITED
                        .because("Too many requests. Try again later.")
                        .retryAfter(wait));
    }

    /** The problem to answer if too many requests without a valid token have come from the address. */
    Optional<Problem> failure(String address) {
        return addresses
                .take(address, 1)
                .map(wait -> StandardProblem.RATE_LIMITED
                        .because("Too many requests without a valid token have come from your address.")
                        .retryAfter(wait));
    }

    /** Requests of callers over their limit. */
    public long callersRejectedInTheLastHour() {
        return callers.rejectedInTheLastHour();
    }

    /** Requests without a valid token from addresses over their limit. */
    public long addressesRejectedInTheLastHour() {
        return addresses.rejectedInTheLastHour();
    }

    public long rejectedInTheLastHour() {
        return callersRejectedInTheLastHour() + addressesRejectedInTheLastHour();
    }
}
