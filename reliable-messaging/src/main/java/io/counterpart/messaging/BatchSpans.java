package io.counterpart.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Records what was done with a batch. The span of the batch belongs to the trace of its first sampled member and links to
 * the others; each of those has a span in its own trace, which links to the batch. A batch without a sampled member has
 * no span and costs one comparison for each member.
 */
public final class BatchSpans {

    /** For code that runs without traces. */
    public static final BatchSpans NONE = new BatchSpans(OpenTelemetry.noop(), Clock.systemUTC());

    private static final String INSTRUMENTATION = "io.counterpart";
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

    private final Tracer tracer;
    private final Clock clock;

    public BatchSpans(OpenTelemetry openTelemetry, Clock clock) {
        this.tracer = openTelemetry.getTracer(INSTRUMENTATION);
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Records a batch that has ended.
     *
     * @param traceparents of the members, in the format of W3C Trace Context; null or malformed: that member has no trace
     */
    public void record(
            String name, SpanKind kind, Instant start, Instant end, Stream<? extends @Nullable String> traceparents) {
        List<SpanContext> members = sampled(traceparents);
        if (members.isEmpty()) {
            return;
        }
        List<SpanContext> others = members.subList(1, members.size());
        SpanBuilder builder = span(name, kind, start, members.get(0));
        others.forEach(builder::addLink);
        Span batch = builder.startSpan();
        others.forEach(it -> span(name, kind, start, it)
                .addLink(batch.getSpanContext())
                .startSpan()
                .end(end));
        batch.end(end);
    }

    private SpanBuilder span(String name, SpanKind kind, Instant start, SpanContext parent) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(kind)
                .setStartTimestamp(start);
    }

    private static List<SpanContext> sampled(Stream<? extends @Nullable String> traceparents) {
        var sampled = new ArrayList<SpanContext>();
        traceparents.forEach(it -> {
            if (it != null && isSampled(it)) {
                SpanContext context = SpanContext.createFromRemoteParent(
                        it.substring(TRACE_ID, TRACE_ID + 32),
                        it.substring(SPAN_ID, SPAN_ID + 16),
                        TraceFlags.getSampled(),
                        TraceState.getDefault());
                if (context.isValid()) {
                    sampled.add(context);
                }
            }
        });
        return sampled;
    }

    // The lowest bit of the flags, which are the last two digits.
    private static boolean isSampled(String traceparent) {
        return traceparent.length() == LENGTH
                && Character.digit(traceparent.charAt(FLAGS), 16) >= 0
                && Character.digit(traceparent.charAt(FLAGS + 1), 16) % 2 == 1;
    }
}
