package io.counterpart.hq.master;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.OverriddenField;

/** The result of applying an operation to a customer. */
public sealed interface OperationResult {

    /**
     * The operation was applied, except for fields that later edits from other sources override.
     *
     * @param overridden the fields in which one of two edits was discarded
     */
    record Applied(MasterCustomer customer, List<OverriddenField> overridden) implements OperationResult {}

    /** The operation was applied before. */
    record AlreadyApplied() implements OperationResult {}

    /** An earlier operation of the same channel database, or the creation, has not arrived yet. */
    record TooEarly() implements OperationResult {}

    /**
     * The operation cannot be applied as it is and requires an operator.
     *
     * @param field the JSON name of the field that caused the rejection, if it was a single field
     */
    record Rejected(String code, String message, @Nullable String field) implements OperationResult {

        public Rejected(String code, String message) {
            this(code, message, null);
        }
    }
}
