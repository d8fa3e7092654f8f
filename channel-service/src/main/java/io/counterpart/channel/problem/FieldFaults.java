package io.counterpart.channel.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the fields of a request, so that all of it is told at once. */
public final class FieldFaults {

    private static final int MOST = 100;

    private final List<FieldFault> faults = new ArrayList<>(0);

    /** The first fault of a field is the one that is told. */
    public void add(String pointer, String code, String detail) {
        if (faults.size() < MOST
                && faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
            faults.add(new FieldFault(pointer, code, detail));
        }
    }

    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.VALIDATION, summary(), faults);
        }
    }

    private String summary() {
        return faults.size() == 1
                ? faults.get(0).detail()
                : "%d entries need another look: %s"
                        .formatted(faults.size(), faults.get(0).detail());
    }
}
