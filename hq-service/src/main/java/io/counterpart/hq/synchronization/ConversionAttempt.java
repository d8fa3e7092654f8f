package io.counterpart.hq.synchronization;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.hq.master.OperationResult.Rejected;

/** The outcome of a conversion attempt that operators can review. */
record ConversionAttempt(
        long recid,
        String outcome,
        @Nullable String errorClass,
        @Nullable String errorCode,
        @Nullable String errorText,
        List<OverriddenField> overridden) {

    static final String DATA = "DATA";
    static final Rejected ERASED = new Rejected(
            "customer-erased",
            "The personal data of this customer were erased. Nothing can be added. Create a new customer instead.");

    static ConversionAttempt failed(long recid, Rejected refusal) {
        return new ConversionAttempt(recid, "FAILED", DATA, refusal.code(), refusal.message(), List.of());
    }

    static ConversionAttempt erased(long recid) {
        String note = "Not applied: the personal data of this customer were erased before.";
        return new ConversionAttempt(recid, "ERASED", null, ERASED.code(), note, List.of());
    }

    static ConversionAttempt renumbered(long recid, int used, int number) {
        String note = "Applied as operation %d: number %d was used by another operation.".formatted(number, used);
        return new ConversionAttempt(recid, "RENUMBERED", null, UsedOperationNumbers.CODE, note, List.of());
    }

    static ConversionAttempt overridden(long recid, List<OverriddenField> overridden) {
        return new ConversionAttempt(recid, "OVERRIDDEN", null, null, null, overridden);
    }
}
