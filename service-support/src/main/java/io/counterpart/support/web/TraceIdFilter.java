package io.counterpart.support.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.opentelemetry.sdk.trace.IdGenerator;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the trace ID of a request known while its error is handled, which happens after its span has ended. A request
 * that was rejected before it had a span gets an ID of its own.
 */
@Order(FilterOrder.TRACE_ID)
class TraceIdFilter extends OncePerRequestFilter {

    private static final String TRACE_ID = "traceId";
    private static final String ATTRIBUTE = TraceIdFilter.class.getName() + ".id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String current = MDC.get(TRACE_ID);
        if (current != null) {
            request.setAttribute(ATTRIBUTE, current);
            chain.doFilter(request, response);
            return;
        }
        Object before = request.getAttribute(ATTRIBUTE);
        MDC.put(
                TRACE_ID,
                before instanceof String known ? known : IdGenerator.random().generateTraceId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
