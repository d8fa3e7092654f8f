package io.counterpart.hq.customerfile;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was not imported.
 *
 * @param accountNumber as the file has it; null: none
 * @param field the field of a customer; null: not one of them
 * @param code for programs
 * @param reason for people
 */
public record RowProblem(
        long line, @Nullable String accountNumber, @Nullable String field, String code, String reason) {}
