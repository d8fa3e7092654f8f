package io.counterpart.hq.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.counterpart.support.problem.Problem;

/** Rejects times that the database cannot store. */
public final class StorableTimes {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    // The day after it has four digits too.
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private StorableTimes() {}

    public static Instant require(String name, Instant at) {
        boolean storable = !at.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC))
                && at.isBefore(LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (!storable) {
            throw outOfRange(name);
        }
        return at;
    }

    public static LocalDate require(String name, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw outOfRange(name);
        }
        return day;
    }

    private static Problem outOfRange(String name) {
        return Problem.validation("/" + name, "out-of-range", "Must be between %s and %s".formatted(FIRST, LAST));
    }
}
