package io.counterpart.support.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the field errors of a request, so that the caller gets all of them at once. */
public final class FieldErrors {

    private static final int MAX_ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>(0);

    /** Only the first error of a field is reported. */
    public void add(String pointer, String code, String detail) {
        if (errors.size() < MAX_ERRORS
                && errors.stream().noneMatch(error -> error.pointer().equals(pointer))) {
            errors.add(new FieldError(pointer, code, detail));
        }
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.validation(errors);
        }
    }
}
