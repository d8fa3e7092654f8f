package io.counterpart.hq.configuration;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** Validates the input of administrators. */
public final class NameValidator {

    /** The maximum length of the ID of a profile and of the name of a group. */
    public static final int LONGEST_ID = 30;

    /** The maximum length of a name or description for people. */
    public static final int LONGEST_NAME = 60;

    // Proxies and servers resolve or reject them in paths, also encoded.
    private static final Pattern NO_PART_OF_A_URL = Pattern.compile("[/\\\\;%]|^\\.{1,2}$");

    private NameValidator() {}

    public static void check(String pointer, @Nullable String name, int longest) {
        if (name == null || name.isBlank()) {
            throw Problem.validation(pointer, "required", "A value is required");
        }
        if (name.length() > longest) {
            throw Problem.validation(pointer, "too-long", "Must have at most %d characters".formatted(longest));
        }
    }

    /** Checks a name that identifies something, and so is part of the URLs of its pages. */
    public static void checkId(String pointer, @Nullable String name, int longest) {
        check(pointer, name, longest);
        if (name != null && NO_PART_OF_A_URL.matcher(name).find()) {
            throw Problem.validation(
                    pointer, "invalid-characters", "Must not contain / \\ ; or %, and must not be “.” or “..”");
        }
    }

    /** The name in the body may be omitted; a name that differs from the path is an error. */
    public static void checkSame(String pointer, String inPath, @Nullable String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw Problem.validation(pointer, "different-name", "Must match the path: %s".formatted(inPath));
        }
    }
}
