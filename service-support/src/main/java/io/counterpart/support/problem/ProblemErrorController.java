package io.counterpart.support.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds with a problem to requests that failed before they reached a controller. */
@RestController
@Hidden
public class ProblemErrorController implements ErrorController {

    private final ProblemResponses responses;

    public ProblemErrorController(ProblemResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemView> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return responses.of(thrown, request);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? responses.of(ExceptionMapper.ofStatus(status), request)
                : responses.of(ExceptionMapper.ofStatus(404), request);
    }
}
