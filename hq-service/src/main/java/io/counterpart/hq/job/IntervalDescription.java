package io.counterpart.hq.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes an interval in words. */
final class IntervalDescription {

    private static final Map<String, String> EVERY_ONE = Map.of(
            "days", "everyDay",
            "hours", "everyHour",
            "minutes", "everyMinute",
            "seconds", "everySecond",
            "milliseconds", "everyMillisecond");

    private IntervalDescription() {}

    static String of(Duration pause) {
        var parts = new LinkedHashMap<String, Long>();
        parts.put("days", pause.toDays());
        parts.put("hours", (long) pause.toHoursPart());
        parts.put("minutes", (long) pause.toMinutesPart());
        parts.put("seconds", (long) pause.toSecondsPart());
        parts.put("milliseconds", (long) pause.toMillisPart());
        parts.values().removeIf(count -> count == 0);
        if (parts.size() == 1 && parts.containsValue(1L)) {
            String unit = parts.keySet().iterator().next();
            return ScheduleWords.text(EVERY_ONE.getOrDefault(unit, unit));
        }
        return ScheduleWords.text(
                "every",
                ScheduleWords.join(parts.entrySet().stream()
                        .map(part -> ScheduleWords.text(part.getKey(), part.getValue()))
                        .toList()));
    }
}
