package io.counterpart.hq.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/**
 * Criteria for audit entries; null does not filter.
 *
 * @param subject the complete subject
 * @param subjectPart a part of the subject, in upper or lower case
 * @param from the first time
 * @param to the first time that is too late
 */
record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String subjectPart,
        @Nullable Instant from,
        @Nullable Instant to) {

    static Problem reversedPeriod() {
        return Problem.validation("/from", "out-of-range", "Must not be after “to”");
    }
}
