package io.counterpart.hq.master;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Ends the application of an operation that cannot be applied. */
class OperationRejectedException extends RuntimeException {

    private final String code;
    private final @Nullable String field;

    OperationRejectedException(String code, String message) {
        this(code, message, null);
    }

    private OperationRejectedException(String code, String message, @Nullable String field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** A rejection caused by a field that the user can see. */
    static OperationRejectedException of(String field, String code, String message) {
        return new OperationRejectedException(code, message, field);
    }

    /** The same with a message that begins with the field as users read it. */
    static OperationRejectedException ofField(String field, String code, String predicate) {
        String words = field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        String subject = words.isEmpty() ? field : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return of(field, code, subject + " " + predicate);
    }

    static void when(boolean broken, String code, String message) {
        if (broken) {
            throw new OperationRejectedException(code, message);
        }
    }

    OperationResult.Rejected refusal() {
        return new OperationResult.Rejected(code, String.valueOf(getMessage()), field);
    }
}
