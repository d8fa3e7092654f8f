package io.counterpart.hq.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import io.counterpart.hq.page.FormValues;

/** Criteria for audit entries; empty criteria do not filter. */
record AuditFilter(
        @Nullable String who,
        @Nullable String text,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    AuditFilter clean() {
        return new AuditFilter(FormValues.blankToNull(who), FormValues.blankToNull(text), from, to);
    }

    public boolean isNothing() {
        return who == null && text == null && from == null && to == null;
    }
}
