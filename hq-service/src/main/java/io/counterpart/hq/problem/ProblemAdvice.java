package io.counterpart.hq.problem;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what went wrong into problem details; what nobody foresaw says nothing but a trace id. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        return answer(problem.detail(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(ObjectOptimisticLockingFailureException e, HttpServletRequest request) {
        return answer(
                detail(412, "version-mismatch", "Somebody else changed this meanwhile", "Read it again and repeat."),
                request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> malformed(Exception e, HttpServletRequest request) {
        return answer(
                detail(400, "malformed-request", "The request cannot be read", "Check the JSON and the field names."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        List<Problem.Invalid> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new Problem.Invalid(
                        "/" + error.getField().replace('.', '/'),
                        String.valueOf(error.getCode()),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        return answer(Problem.validation(errors).detail(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TransientDataAccessException e, HttpServletRequest request) {
        log.warn("A request met a passing fault: {}", e.getMessage());
        return answer(detail(503, "try-again", "Headquarters is busy", "Please try again in a moment."), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return answer(
                    detail(status.value(), "request", "The request cannot be fulfilled", "Check path and method."),
                    request);
        }
        if (DatabaseAway.isReasonOf(e)) {
            log.warn("A request met a database that is away: {}", e.getMessage());
            return answer(DatabaseAway.problem().detail(), request);
        }
        log.error("A request failed", e);
        return answer(
                detail(500, "internal", "Something went wrong here", "Please tell support the trace id."), request);
    }

    private static ProblemDetail detail(int status, String type, String title, String words) {
        return new Problem(status, type, title, words).detail();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpServletRequest request) {
        detail.setInstance(URI.create(request.getRequestURI()));
        String trace = MDC.get("traceId");
        if (trace != null) {
            detail.setProperty("traceId", trace);
        }
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (detail.getStatus() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
        }
        return ResponseEntity.status(detail.getStatus()).headers(headers).body(detail);
    }
}
