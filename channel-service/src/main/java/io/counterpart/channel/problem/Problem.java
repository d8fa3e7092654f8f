package io.counterpart.channel.problem;

import java.util.List;

/** A request cannot be done, and the caller is told why. Expected, so it carries no stack trace. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<FieldFault> errors;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<FieldFault> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    /** The same of something that stands deeper in a request. */
    public Problem under(String pointer) {
        List<FieldFault> deeper = errors.stream()
                .map(fault -> new FieldFault(pointer + fault.pointer(), fault.code(), fault.detail()))
                .toList();
        return new Problem(type, detail(), deeper);
    }

    List<FieldFault> errors() {
        return errors;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
