package io.counterpart.channel.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the request's body; of a query parameter its name behind a slash
 * @param code for programs, for example {@code too-long}
 * @param detail for people
 */
public record FieldFault(String pointer, String code, String detail) {}
