package io.counterpart.channel.customer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;

/** Counts creations by mode, reason and channel; a jump of REALTIME_SERVICE_UNREACHABLE indicates an outage of HQ. */
@Component
class CreationMetrics {

    private final MeterRegistry registry;
    private final Counter fallbacks;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

    CreationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fallbacks = Counter.builder("counterpart.realtime.fallbacks")
                .description("Creations and edits stored as pending because headquarters did not respond")
                .tag("act", "CREATE_CUSTOMER")
                .register(registry);
    }

    void created(CreationInfo origin) {
        var kind = new Kind(origin.creationMode(), origin.asyncReason(), origin.createdInChannel());
        counters.computeIfAbsent(kind, this::counter).increment();
        if (kind.reason == AsyncReason.REALTIME_SERVICE_UNREACHABLE) {
            fallbacks.increment();
        }
    }

    private Counter counter(Kind kind) {
        return Counter.builder("counterpart.customer.creations")
                .description("Customers created")
                .tag("mode", kind.mode.name())
                .tag("reason", kind.reason == null ? "none" : kind.reason.name())
                .tag("channel", kind.channel)
                .register(registry);
    }

    private record Kind(CreationMode mode, @Nullable AsyncReason reason, String channel) {}
}
