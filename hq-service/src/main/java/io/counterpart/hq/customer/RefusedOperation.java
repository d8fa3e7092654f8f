package io.counterpart.hq.customer;

/** Ends the application of an operation that cannot take effect. */
class RefusedOperation extends RuntimeException {

    private final String code;

    RefusedOperation(String code, String words) {
        super(words);
        this.code = code;
    }

    static void when(boolean broken, String code, String words) {
        if (broken) {
            throw new RefusedOperation(code, words);
        }
    }

    Application.Refused refusal() {
        return new Application.Refused(code, String.valueOf(getMessage()));
    }
}
