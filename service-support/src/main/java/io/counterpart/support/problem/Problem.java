package io.counterpart.support.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request that cannot be fulfilled, with the reason. It is expected, so it has no stack trace. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>(0);
    private transient @Nullable Duration retryAfter;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** A request with unacceptable values; its detail names the first of them. */
    public static Problem validation(List<FieldError> errors) {
        return new Problem(StandardProblem.VALIDATION, summary(errors), errors);
    }

    /** A request with one unacceptable value. */
    public static Problem validation(String pointer, String code, String detail) {
        return validation(List.of(new FieldError(pointer, code, detail)));
    }

    /** A request that cannot be read because of one of its values. */
    public static Problem malformed(String pointer, String code, String detail) {
        return new Problem(StandardProblem.MALFORMED_REQUEST, detail, List.of(new FieldError(pointer, code, detail)));
    }

    private static String summary(List<FieldError> errors) {
        String first = errors.get(0).detail();
        return errors.size() == 1 ? first : "%d fields are invalid: %s".formatted(errors.size(), first);
    }

    public ProblemType type() {
        return type;
    }

    public String title() {
        return type.title();
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Adds an extension member (RFC 9457, section 3.2) to the response. */
    public Problem with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    /** Sets how long the caller has to wait before the request can succeed. */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The same problem for an element nested in a request. */
    public Problem under(String pointer) {
        List<FieldError> nested = errors.stream()
                .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.detail()))
                .toList();
        return new Problem(type, detail(), nested);
    }
}
