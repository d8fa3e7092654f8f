package io.counterpart.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    @Nullable ResponseEntity<ProblemView> any(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            if (isEventStream(response)) {
                // Its client connects again, however it ends.
                return null;
            }
            // The server closes the connection then: a part of a response must not look like all of it.
            throw thrown;
        }
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        return responses.of(thrown, request);
    }

    private static boolean isEventStream(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
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
