package io.counterpart.hq.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import io.counterpart.hq.language.ProgramPaths;
import io.counterpart.support.problem.DatabaseUnavailable;
import io.counterpart.support.problem.Problem;

/** Shows exceptions on the error page; exceptions of API paths are left to the JSON handlers. */
@Component
class PageExceptionResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageExceptionResolver.class);

    private final ErrorPage page;

    PageExceptionResolver(ErrorPage page) {
        this.page = page;
    }

    /** Before the resolvers that respond with JSON. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        // An error page cannot follow a part of a file: the server closes the connection.
        if (response.isCommitted() || ProgramPaths.contain(request)) {
            return null;
        }
        if (e instanceof Problem problem) {
            return page.show(request, problem.type().status(), problem.title(), problem.detail());
        }
        if (e instanceof ObjectOptimisticLockingFailureException) {
            return page.show(request, 412);
        }
        // An argument that is not a number or ID can only result from an incomplete URL.
        if (e instanceof MethodArgumentTypeMismatchException) {
            return page.show(request, 404);
        }
        if (e instanceof ErrorResponse known) {
            return page.show(request, known.getStatusCode().value());
        }
        if (e instanceof RequestRejectedException) {
            return page.show(request, 400);
        }
        if (e instanceof ConstraintViolationException) {
            return page.show(request, 422);
        }
        if (e instanceof InvalidParameterException invalid) {
            return page.show(request, invalid.getErrorCode());
        }
        if (DatabaseUnavailable.isCauseOf(e)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            return page.show(request, 503);
        }
        log.error("A page failed", e);
        return page.show(request, 500);
    }
}
