package io.counterpart.hq.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

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
        return DisconnectedClientHelper.isClientDisconnectedException(e) ? new ModelAndView() : null;
    }
}
