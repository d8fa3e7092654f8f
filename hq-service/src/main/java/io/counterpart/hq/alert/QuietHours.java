package io.counterpart.hq.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The hours in which only alerts of critical rules are sent.
 *
 * @param from hours and minutes, such as 22:00
 * @param to when they end; not after {@code from}: on the next day
 * @param weekdays the days on which they begin
 */
record QuietHours(String from, String to, List<DayOfWeek> weekdays) {

    boolean include(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        boolean today = weekdays.contains(local.getDayOfWeek());
        if (begin.isBefore(end)) {
            return today && !time.isBefore(begin) && time.isBefore(end);
        }
        boolean sinceYesterday = weekdays.contains(local.getDayOfWeek().minus(1));
        return (today && !time.isBefore(begin)) || (sinceYesterday && time.isBefore(end));
    }
}
