package io.counterpart.hq.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Describes an interval in English. */
final class IntervalDescription {

    private IntervalDescription() {}

    static String of(Duration pause) {
        var parts = new ArrayList<String>();
        add(parts, pause.toDays(), "day");
        add(parts, pause.toHoursPart(), "hour");
        add(parts, pause.toMinutesPart(), "minute");
        add(parts, pause.toSecondsPart(), "second");
        add(parts, pause.toMillisPart(), "millisecond");
        if (parts.size() == 1 && parts.get(0).startsWith("1 ")) {
            return "every " + parts.get(0).substring(2);
        }
        return "every " + join(parts);
    }

    static String join(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
