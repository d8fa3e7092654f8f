package io.counterpart.support.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the request body; for a query parameter, its name after a slash
 * @param code for programs, for example {@code too-long}
 * @param detail for people
 */
public record FieldError(String pointer, String code, String detail) {}
