package io.counterpart.channel.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A problem as it goes out (RFC 9457).
 *
 * @param traceId what support asks for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String traceId,
        List<FieldFault> errors) {

    public static ProblemView of(Problem problem, String instance) {
        return new ProblemView(
                problem.type().path(),
                problem.type().title(),
                problem.type().status(),
                problem.detail(),
                instance,
                MDC.get("traceId"),
                problem.errors());
    }
}
