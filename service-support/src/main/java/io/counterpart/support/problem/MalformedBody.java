package io.counterpart.support.problem;

import java.util.Arrays;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains where and why a JSON body could not be read, without exposing the parser's message. */
public final class MalformedBody {

    private MalformedBody() {}

    public static Problem explain(Throwable unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof DatabindException databind) {
                return explain(databind);
            }
            if (cause instanceof JacksonException syntax) {
                return brokenJson(syntax);
            }
        }
        return StandardProblem.MALFORMED_REQUEST.because("A JSON body is required.");
    }

    private static Problem explain(DatabindException databind) {
        String pointer = pointer(databind);
        if (databind instanceof UnrecognizedPropertyException unknown) {
            return Problem.malformed(
                    pointer, "unknown-field", "Unknown field “%s”.".formatted(unknown.getPropertyName()));
        }
        if (databind instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()
                && format.getValue() instanceof String) {
            return unknownValue(pointer, format.getTargetType());
        }
        return Problem.malformed(pointer, "wrong-type", "The value at “%s” has the wrong type.".formatted(pointer));
    }

    // A string where a string is expected: the request can be parsed, but its value is not one of the known ones.
    private static Problem unknownValue(String pointer, Class<?> type) {
        String detail =
                "The value at “%s” must be one of %s.".formatted(pointer, Arrays.toString(type.getEnumConstants()));
        return Problem.validation(pointer, "unknown-value", detail);
    }

    private static Problem brokenJson(JacksonException syntax) {
        // A violated limit of the parser (depth, digits) has no location in the text.
        TokenStreamLocation at = syntax.getLocation();
        String detail = at == null
                ? "The JSON is nested too deeply or contains a number or string that is too long."
                : "Invalid JSON at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
        return Problem.malformed(pointer(syntax), "broken-json", detail);
    }

    private static String pointer(JacksonException thrown) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : thrown.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
