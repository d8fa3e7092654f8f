package io.counterpart.hq.master;

import org.jspecify.annotations.Nullable;

/** Ends the application of an operation that cannot take effect. */
class OperationRejectedException extends RuntimeException {

    private final String code;
    private final @Nullable String field;

    OperationRejectedException(String code, String words) {
        this(code, words, null);
    }

    private OperationRejectedException(String code, String words, @Nullable String field) {
        super(words);
        this.code = code;
        this.field = field;
    }

    /** The same about a field that people can look at. */
    static OperationRejectedException of(String field, String code, String words) {
        return new OperationRejectedException(code, words, field);
    }

    static void when(boolean broken, String code, String words) {
        if (broken) {
            throw new OperationRejectedException(code, words);
        }
    }

    OperationResult.Rejected refusal() {
        return new OperationResult.Rejected(code, String.valueOf(getMessage()), field);
    }
}
