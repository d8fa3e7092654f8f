package io.counterpart.channel.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem, from a controller or from before one. */
@Component
public class ProblemAnswers {

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** For filters, where no controller's advice reaches. */
    public void write(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = of(thrown, request);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    ResponseEntity<ProblemView> of(Throwable thrown, HttpServletRequest request) {
        Problem problem = Translation.of(thrown);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.type().status() == 503 || problem.type() == ProblemType.RATE_LIMITED) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        if (problem.type() == ProblemType.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .body(ProblemView.of(problem, request.getRequestURI()));
    }
}
