package io.counterpart.support.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/** Rejects JSON with a character that no database column can store. It runs after {@link BodyLimitFilter}. */
@Order(1)
public class StorableBodyFilter extends OncePerRequestFilter {

    private final ProblemResponses problems;

    public StorableBodyFilter(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request instanceof BufferedRequest buffered
                && !isForm(request)
                && !StorableText.isStorableJson(buffered.body())) {
            problems.reject(
                    StandardProblem.MALFORMED_REQUEST.because(
                            "The JSON contains the character U+0000 or half of a surrogate pair."),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }

    // The fields of a form are decoded already: StorableParameters looks at them.
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
