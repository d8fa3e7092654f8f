package io.counterpart.channel.edit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.OperationKind;

/** Counts edits by kind and by mode: synchronous, asynchronous or fallback. */
@Component
class EditMetrics {

    private final MeterRegistry registry;

    EditMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void pending(OperationKind kind) {
        count(kind, "ASYNC");
    }

    void atHeadquarters(OperationKind kind) {
        count(kind, "SYNC");
    }

    void fallback(OperationKind kind) {
        count(kind, "FALLBACK");
        Counter.builder("counterpart.realtime.fallbacks")
                .description("Creations and edits stored as pending because headquarters did not respond")
                .tag("act", kind.name())
                .register(registry)
                .increment();
    }

    private void count(OperationKind kind, String way) {
        Counter.builder("counterpart.customer.edits")
                .description("Customer edits")
                .tag("kind", kind.name())
                .tag("way", way)
                .register(registry)
                .increment();
    }
}
