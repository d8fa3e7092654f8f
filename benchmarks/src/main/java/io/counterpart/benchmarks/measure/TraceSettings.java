package io.counterpart.benchmarks.measure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.benchmarks.tool.SpanSink;
import io.counterpart.stack.StackOptions;

/** What share of traces the services of a stack record, and where they send them. */
final class TraceSettings implements AutoCloseable {

    private final @Nullable Double sampling;
    private final @Nullable SpanSink sink;

    TraceSettings(@Nullable Double sampling) {
        this.sampling = sampling;
        this.sink = sampling == null || sampling == 0 ? null : new SpanSink();
    }

    StackOptions applyTo(StackOptions options, List<String> services) {
        if (sampling == null) {
            return options;
        }
        StackOptions changed = options;
        for (String service : services) {
            changed = changed.withProperty(service, "management.tracing.sampling.probability", sampling.toString());
            if (sink != null) {
                changed = changed.withProperty(
                        service,
                        "management.opentelemetry.tracing.export.otlp.endpoint",
                        sink.address().toString());
            }
        }
        return changed;
    }

    /** For the list of settings: a result cannot be interpreted without it. */
    static String text(@Nullable Double sampling) {
        if (sampling == null) {
            return "as the services do by default, not exported";
        }
        return sampling == 0 ? "none" : "%s of all, exported to the harness".formatted(sampling);
    }

    @Override
    public void close() {
        if (sink != null) {
            sink.close();
        }
    }
}
