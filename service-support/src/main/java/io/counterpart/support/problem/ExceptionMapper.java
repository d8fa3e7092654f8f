package io.counterpart.support.problem;

import java.util.List;
import java.util.Objects;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Maps exceptions to problems; an unexpected exception is logged and its details stay in the log. */
final class ExceptionMapper {

    private static final Logger log = LoggerFactory.getLogger(ExceptionMapper.class);

    private final List<ExceptionMapping> mappings;

    ExceptionMapper(List<ExceptionMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    Problem map(Throwable thrown) {
        return thrown instanceof Problem problem
                ? problem
                : mappings.stream()
                        .map(mapping -> mapping.map(thrown))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> general(thrown));
    }

    private static Problem general(Throwable thrown) {
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return MalformedBody.explain(unreadable);
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return StandardProblem.MALFORMED_REQUEST.because(
                    "Parameter “%s” has a value of the wrong type.".formatted(mismatch.getName()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return StandardProblem.MALFORMED_REQUEST.because(
                    "Parameter “%s” is required.".formatted(missing.getParameterName()));
        }
        if (thrown instanceof MethodArgumentNotValidException invalid) {
            return invalid(invalid);
        }
        if (thrown instanceof OptimisticLockingFailureException) {
            return StandardProblem.VERSION_MISMATCH.because("The resource has changed since you read it.");
        }
        if (thrown instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        if (thrown instanceof RequestRejectedException) {
            return StandardProblem.MALFORMED_REQUEST.because("The request contains a character that is not allowed.");
        }
        if (thrown instanceof InvalidParameterException invalid) {
            return ofStatus(invalid.getErrorCode());
        }
        return DatabaseUnavailable.isCauseOf(thrown)
                ? StandardProblem.SERVICE_UNAVAILABLE.because(
                        "The database is unavailable. Try again in a few seconds.")
                : unexpected(thrown);
    }

    static Problem ofStatus(int status) {
        ProblemType type = StandardProblem.ofStatus(status);
        return type.because(type.meaning());
    }

    private static Problem invalid(MethodArgumentNotValidException invalid) {
        return Problem.validation(invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(
                        "/" + error.getField().replace('.', '/'),
                        String.valueOf(error.getCode()),
                        String.valueOf(error.getDefaultMessage())))
                .toList());
    }

    private static Problem unexpected(Throwable thrown) {
        log.error("Unexpected exception: {}", thrown.getClass().getName(), thrown);
        return StandardProblem.INTERNAL_ERROR.because("An unexpected error occurred. Try again.");
    }
}
