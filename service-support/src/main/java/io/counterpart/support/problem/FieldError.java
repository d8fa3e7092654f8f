package io.counterpart.support.problem;

/**
 * A validation error of one field.
 *
 * @param pointer JSON pointer into the request body; for a query parameter, its name after a slash
 * @param code for programs, for example {@code too-long}
 * @param detail for users
 */
public record FieldError(String pointer, String code, String detail) {}
