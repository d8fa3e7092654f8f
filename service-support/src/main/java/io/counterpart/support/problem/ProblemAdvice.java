package io.counterpart.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps every exception that a controller throws to a problem response. */
@RestControllerAdvice
class ProblemAdvice {

    private final ProblemResponses responses;

    ProblemAdvice(ProblemResponses responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemView> any(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        // An event stream may fail after its first events: nothing else can be written then.
        return response.isCommitted() ? null : responses.of(thrown, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> method(HttpRequestMethodNotSupportedException thrown, HttpServletRequest request) {
        var response = responses.of(thrown, request);
        String[] methods = thrown.getSupportedMethods();
        return ResponseEntity.status(response.getStatusCode())
                .headers(response.getHeaders())
                .header(HttpHeaders.ALLOW, String.join(", ", methods == null ? new String[0] : methods))
                .body(response.getBody());
    }
}
