package io.counterpart.hq.customer;

import org.jspecify.annotations.Nullable;

/** Ends the application of an operation that cannot take effect. */
class RefusedOperation extends RuntimeException {

    private final String code;
    private final @Nullable String field;

    RefusedOperation(String code, String words) {
        this(code, words, null);
    }

    private RefusedOperation(String code, String words, @Nullable String field) {
        super(words);
        this.code = code;
        this.field = field;
    }

    /** The same about a field that people can look at. */
    static RefusedOperation of(String field, String code, String words) {
        return new RefusedOperation(code, words, field);
    }

    static void when(boolean broken, String code, String words) {
        if (broken) {
            throw new RefusedOperation(code, words);
        }
    }

    Application.Refused refusal() {
        return new Application.Refused(code, String.valueOf(getMessage()), field);
    }
}
