package io.counterpart.hq.customerfile;

import org.jspecify.annotations.Nullable;

/** A record that cannot become a customer, with the reason. It is expected, so it has no stack trace. */
public class RowRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final String code;

    public RowRejectedException(@Nullable String field, String code, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.code = code;
    }

    /** The reason as part of a report. */
    public RowProblem at(long line, @Nullable String accountNumber) {
        return new RowProblem(line, accountNumber, field, code, String.valueOf(getMessage()));
    }
}
