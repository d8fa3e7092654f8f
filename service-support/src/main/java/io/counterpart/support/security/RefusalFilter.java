package io.counterpart.support.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.web.FilterOrder;

/** Counts responses with 401 and 403. */
@Order(FilterOrder.REFUSALS)
class RefusalFilter extends OncePerRequestFilter {

    private final RefusalCounter refusals;

    RefusalFilter(RefusalCounter refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN) {
            refusals.count(request.getRemoteAddr(), status);
        }
    }
}
