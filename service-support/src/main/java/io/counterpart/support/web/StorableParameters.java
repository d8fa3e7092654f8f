package io.counterpart.support.web;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import io.counterpart.support.problem.StandardProblem;

/** Rejects parameters, form fields and parts of the path with a character that no database column can store. */
public class StorableParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Stream<String> parameters = request.getParameterMap().entrySet().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.getKey()), Stream.of(field.getValue())))
                .filter(Objects::nonNull);
        if (!Stream.concat(parameters, partsOfThePath(request)).allMatch(StorableText::isStorable)) {
            throw StandardProblem.MALFORMED_REQUEST.because(
                    "A value contains the character U+0000 or half of a surrogate pair.");
        }
        return true;
    }

    private static Stream<String> partsOfThePath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts
                ? parts.values().stream().map(String::valueOf)
                : Stream.empty();
    }
}
