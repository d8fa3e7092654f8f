package io.counterpart.support.web;

import org.springframework.core.Ordered;

/** The order of the filters in front of the others. Spring's filter that begins the span of a request is the first. */
public final class FilterOrder {

    static final int TRACE_ID = Ordered.HIGHEST_PRECEDENCE + 2;
    static final int BODY_DEADLINE = Ordered.HIGHEST_PRECEDENCE + 3;
    public static final int REFUSALS = Ordered.HIGHEST_PRECEDENCE + 4;
    public static final int CROSS_ORIGIN = Ordered.HIGHEST_PRECEDENCE + 5;
    public static final int OVERLOAD = Ordered.HIGHEST_PRECEDENCE + 10;

    private FilterOrder() {}
}
