package io.counterpart.support.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceContextTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void isThatOfTheCurrentSpan() {
        var context = SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());

        try (Scope current = Span.wrap(context).makeCurrent()) {
            assertThat(current).isNotNull();
            assertThat(TraceContext.traceparent()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        }
    }

    @Test
    void isNoneWithoutASpan() {
        assertThat(TraceContext.traceparent()).isNull();
    }
}
