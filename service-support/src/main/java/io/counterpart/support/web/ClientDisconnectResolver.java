package io.counterpart.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Ignores exceptions of a client that disconnected before the response was complete: nothing is written or logged. */
class ClientDisconnectResolver implements HandlerExceptionResolver, Ordered {

    /** Runs before the resolvers that would write a response. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        return isDisconnect(e) ? new ModelAndView() : null;
    }

    // By type, not by message: a failing database also breaks a pipe while the client is still connected.
    private static boolean isDisconnect(@Nullable Throwable e) {
        return e != null
                && (e instanceof ClientAbortException
                        || e instanceof AsyncRequestNotUsableException
                        || isDisconnect(e.getCause()));
    }
}
