package io.counterpart.support.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.StandardProblem;

/** A request whose HTML form has been read within the limits of this service instead of those of the container. */
final class FormRequest extends HttpServletRequestWrapper {

    private final byte[] form;
    private final Map<String, String[]> parameters;

    FormRequest(HttpServletRequest request, byte[] form) {
        super(request);
        this.form = form;
        this.parameters = merged(request.getParameterMap(), form);
    }

    // The container has not read the body: its parameters are those of the query.
    private static Map<String, String[]> merged(Map<String, String[]> query, byte[] form) {
        var values = new LinkedHashMap<String, List<String>>();
        query.forEach((name, of) -> values.put(name, new ArrayList<>(Arrays.asList(of))));
        for (String pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        var merged = new LinkedHashMap<String, String[]>();
        values.forEach((name, of) -> merged.put(name, of.toArray(String[]::new)));
        return Collections.unmodifiableMap(merged);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StandardProblem.MALFORMED_REQUEST.because("The form has an invalid percent-encoding.");
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BufferedRequest(this, form).getInputStream();
    }
}
