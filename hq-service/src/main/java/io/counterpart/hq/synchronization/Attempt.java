package io.counterpart.hq.synchronization;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.Overridden;

/** A try at an operation that people may want to look at. */
record Attempt(
        long recid,
        String outcome,
        @Nullable String errorClass,
        @Nullable String errorCode,
        @Nullable String errorText,
        List<Overridden> overridden) {

    static final String DATA = "DATA";

    static Attempt failed(long recid, Refused refusal) {
        return new Attempt(recid, "FAILED", DATA, refusal.code(), refusal.words(), List.of());
    }

    static Attempt renumbered(long recid, int used, int number) {
        String words = "Applied as operation %d: number %d was used by another operation.".formatted(number, used);
        return new Attempt(recid, "RENUMBERED", null, UsedNumbers.CODE, words, List.of());
    }

    static Attempt overridden(long recid, List<Overridden> overridden) {
        return new Attempt(recid, "OVERRIDDEN", null, null, null, overridden);
    }
}
