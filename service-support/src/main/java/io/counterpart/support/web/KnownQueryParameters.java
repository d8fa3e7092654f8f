package io.counterpart.support.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import io.counterpart.support.problem.Problem;

/**
 * Rejects query parameters that the endpoint does not have, or that are repeated: a misspelled filter must not silently
 * mean "no filter".
 */
public class KnownQueryParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            Set<String> names = known.computeIfAbsent(method, KnownQueryParameters::namesOf);
            request.getParameterMap().forEach((name, values) -> {
                if (!names.contains(name)) {
                    throw refused(name, "unknown-parameter", "Unknown parameter “%s”.");
                }
                if (values.length > 1) {
                    throw refused(name, "repeated-parameter", "Parameter “%s” can be given once.");
                }
            });
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownQueryParameters::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? String.valueOf(parameter.getParameter().getName())
                : annotation.name();
    }

    private static Problem refused(String name, String code, String message) {
        return Problem.malformed("/" + name, code, message.formatted(name));
    }
}
