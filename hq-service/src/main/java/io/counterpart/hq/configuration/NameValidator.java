package io.counterpart.hq.configuration;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** Validates the input of administrators. */
public final class NameValidator {

    private NameValidator() {}

    public static void check(String pointer, @Nullable String name, int longest) {
        if (name == null || name.isBlank()) {
            throw Problem.validation(pointer, "required", "A value is required");
        }
        if (name.length() > longest) {
            throw Problem.validation(pointer, "too-long", "Must have at most %d characters".formatted(longest));
        }
    }

    /** The name in the body may be omitted; a name that differs from the path is an error. */
    public static void checkSame(String pointer, String inPath, @Nullable String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw Problem.validation(pointer, "different-name", "Must match the path: %s".formatted(inPath));
        }
    }
}
