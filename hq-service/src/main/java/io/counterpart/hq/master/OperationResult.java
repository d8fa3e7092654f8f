package io.counterpart.hq.master;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What came of applying an operation to a customer. */
public sealed interface OperationResult {

    /**
     * The operation took effect, or what is left of it after later edits of others did.
     *
     * @param overridden the fields of which one of two edits had to give way
     */
    record Applied(MasterCustomer customer, List<OverriddenField> overridden) implements OperationResult {}

    /** It took effect before. */
    record AlreadyApplied() implements OperationResult {}

    /** An earlier operation of the same channel database, or the creation, has yet to come. */
    record TooEarly() implements OperationResult {}

    /**
     * It cannot take effect as it is; a person has to mend it.
     *
     * @param field the JSON name of the field that is to blame, where it is one
     */
    record Rejected(String code, String message, @Nullable String field) implements OperationResult {

        public Rejected(String code, String message) {
            this(code, message, null);
        }
    }
}
