package io.counterpart.hq.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Criteria for audit entries; empty criteria do not filter. */
record AuditFilter(
        @Nullable String who,
        @Nullable String text,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    AuditFilter clean() {
        return new AuditFilter(clean(who), clean(text), from, to);
    }

    public boolean isNothing() {
        return who == null && text == null && from == null && to == null;
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
