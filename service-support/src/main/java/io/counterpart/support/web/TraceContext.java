package io.counterpart.support.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** The trace context of the current span, which is stored with operations and travels with them. */
public final class TraceContext {

    private TraceContext() {}

    /** In the format of W3C Trace Context; null: there is no span. */
    public static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
