package io.counterpart.support.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Establishes the trace context of every request before anything else happens. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // An async or error dispatch retains the trace context of the first dispatch.
        Object before = request.getAttribute(TraceContext.HEADER);
        request.setAttribute(
                TraceContext.HEADER,
                TraceContext.begin(before instanceof String known ? known : request.getHeader(TraceContext.HEADER)));
        try {
            chain.doFilter(request, response);
        } finally {
            TraceContext.end();
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
