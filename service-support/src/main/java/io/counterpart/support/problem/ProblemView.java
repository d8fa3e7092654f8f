package io.counterpart.support.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A problem as it is sent (RFC 9457).
 *
 * @param traceId identifies the request in logs and traces
 * @param errors the invalid fields; omitted when there are none
 * @param extensions further members that the type documents
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String traceId,
        List<FieldError> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    public static ProblemView of(Problem problem, String instance) {
        return new ProblemView(
                problem.type().path(),
                problem.title(),
                problem.type().status(),
                problem.detail(),
                instance,
                MDC.get("traceId"),
                problem.errors(),
                problem.extensions());
    }
}
