package io.counterpart.hq.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** A request that cannot be fulfilled, with the words for the person who made it. */
public class Problem extends RuntimeException {

    private final int status;
    private final String type;
    private final String title;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    public Problem(int status, String type, String title, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /** The request has values that cannot be taken. */
    public static Problem validation(List<Invalid> errors) {
        return new Problem(400, "validation", "Some values are not valid", "Please correct the values and try again.")
                .with("errors", errors);
    }

    public static Problem notFound(String type, String what) {
        return new Problem(404, type, what + " not found", what + " not found.");
    }

    /** Adds a member to the answer. */
    public final Problem with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public final ProblemDetail detail() {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), String.valueOf(getMessage()));
        detail.setType(URI.create("/problems/" + type));
        detail.setTitle(title);
        properties.forEach(detail::setProperty);
        return detail;
    }

    /**
     * One value that cannot be taken.
     *
     * @param pointer JSON pointer to it
     */
    public record Invalid(String pointer, String code, String detail) {}
}
