package io.counterpart.channel.realtime;

import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Measures calls to HQ by result, exposes the state of the circuit breaker, and logs its changes. */
@Component
class RealTimeMetrics {

    private static final Logger log = LoggerFactory.getLogger(RealTimeMetrics.class);

    private final MeterRegistry registry;

    RealTimeMetrics(MeterRegistry registry, CircuitBreaker breaker) {
        this.registry = registry;
        for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
            Gauge.builder("counterpart.realtime.breaker", breaker, it -> it.getState() == state ? 1 : 0)
                    .description("State of the Real-time service circuit breaker: 1 for the current state")
                    .tag("state", state.name())
                    .register(registry);
        }
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "The circuit breaker of the Real-time service changed from {} to {}",
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
    }

    void recordCall(RealTimeResult<?> answered, long duration, TimeUnit unit) {
        timer(answered.getClass().getSimpleName()).record(duration, unit);
    }

    void recordRejectedByBreaker() {
        timer("NotAsked").record(0, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String outcome) {
        return Timer.builder("counterpart.realtime.calls")
                .description("Calls to the Real-time service; calls not sent were rejected by the circuit breaker or "
                        + "the concurrency limit")
                .tag("outcome", outcome)
                .register(registry);
    }
}
