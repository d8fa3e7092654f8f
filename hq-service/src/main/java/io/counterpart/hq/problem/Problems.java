package io.counterpart.hq.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is reached: filters and the door of security. */
@Component
public class Problems {

    static final String RETRY_AFTER = "2";

    private final JsonMapper mapper;

    Problems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public void write(Problem problem, String path, HttpServletResponse response) throws IOException {
        var detail = problem.detail();
        detail.setInstance(java.net.URI.create(path));
        response.setStatus(detail.getStatus());
        if (detail.getStatus() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(mapper.writeValueAsString(detail));
    }
}
