package io.counterpart.hq.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.problem.StorableTimes;

/** The filter as the form of the page sends it; empty criteria do not filter. */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    AuditFilter clean() {
        return new AuditFilter(
                FormValues.blankToNull(actor),
                FormValues.blankToNull(action),
                FormValues.blankToNull(subject),
                from,
                to);
    }

    public boolean isNothing() {
        return actor == null && action == null && subject == null && from == null && to == null;
    }

    public boolean isPeriodReversed() {
        return from != null && to != null && from.isAfter(to);
    }

    /** Days are UTC days, as on all pages. */
    AuditQuery query() {
        if (isPeriodReversed()) {
            throw AuditQuery.reversedPeriod();
        }
        return new AuditQuery(
                actor,
                action,
                null,
                subject,
                from == null ? null : startOf(StorableTimes.require("from", from)),
                to == null ? null : startOf(StorableTimes.require("to", to).plusDays(1)));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
