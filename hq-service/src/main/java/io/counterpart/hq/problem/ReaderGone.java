package io.counterpart.hq.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Who left before the answer came is no fault of ours: nothing more is written, and nothing is logged. */
@Component
class ReaderGone implements HandlerExceptionResolver, Ordered {

    /** Before those that would write an answer. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        return isOfTheAnswer(e) ? new ModelAndView() : null;
    }

    // By type, not by words: a database that dies breaks a pipe too, and who waits for it is still there.
    private static boolean isOfTheAnswer(@Nullable Throwable e) {
        return e != null
                && (e instanceof ClientAbortException
                        || e instanceof AsyncRequestNotUsableException
                        || isOfTheAnswer(e.getCause()));
    }
}
