package io.counterpart.contract.validation;

/**
 * Why a value of a customer is invalid.
 *
 * @param code for programs, such as {@code not-an-email}
 * @param detail for people, a sentence that names the expected format
 */
public record InvalidValue(String code, String detail) {}
