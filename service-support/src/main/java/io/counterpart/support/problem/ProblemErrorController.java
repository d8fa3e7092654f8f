package io.counterpart.support.problem;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds with a problem, or with a page where the service has one, to requests that failed before a controller. */
@RestController
@Hidden
public class ProblemErrorController implements ErrorController {

    private final ProblemResponses responses;
    private final ObjectProvider<ErrorViewResolver> pages;

    public ProblemErrorController(ProblemResponses responses, ObjectProvider<ErrorViewResolver> pages) {
        this.responses = responses;
        this.pages = pages;
    }

    @RequestMapping("/error")
    @Nullable Object error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        int code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        ResponseEntity<ProblemView> problem = problem(request, code);
        // A filter may have thrown what is a mistake of the caller.
        int known = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null
                ? code
                : problem.getStatusCode().value();
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(known), HttpStatus.INTERNAL_SERVER_ERROR);
        return pages.orderedStream()
                .map(page -> page.resolveErrorView(request, status, Map.of()))
                .filter(Objects::nonNull)
                .findFirst()
                .<Object>map(page -> page)
                .orElse(problem);
    }

    private ResponseEntity<ProblemView> problem(HttpServletRequest request, int status) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        // An IOException means that the client has disconnected: no response can be sent and nothing is logged.
        return thrown instanceof Throwable failure && !(failure instanceof IOException)
                ? responses.of(failure, request)
                : responses.of(ExceptionMapper.ofStatus(status), request);
    }
}
