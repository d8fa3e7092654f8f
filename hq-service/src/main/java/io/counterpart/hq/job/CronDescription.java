package io.counterpart.hq.job;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.counterpart.hq.language.PageLanguage;

import static io.counterpart.hq.job.ScheduleWords.text;

/** Describes a cron expression with five fields in words. */
final class CronDescription {

    private CronDescription() {}

    static String of(String cron) {
        String[] fields = cron.trim().split("\\s+", -1);
        String days = days(fields[2], fields[4]);
        String months = any(fields[3]) ? "" : " " + text("inMonths", values(fields[3], CronDescription::month));
        return time(fields[0], fields[1]) + days + months;
    }

    private static String time(String minute, String hour) {
        if (isNumber(minute) && isList(hour)) {
            var times = Arrays.stream(hour.split(",", -1))
                    .map(it -> clock(it, minute))
                    .toList();
            return text("at", ScheduleWords.join(times));
        }
        if (any(hour)) {
            return minutes(minute);
        }
        if (isNumber(minute)) {
            return hours(hour) + (minute.equals("0") ? "" : " " + text("atMinute", minute));
        }
        return minutes(minute) + " " + hoursWithin(hour);
    }

    private static String minutes(String minute) {
        if (any(minute) || minute.equals("*/1")) {
            return text("everyMinute");
        }
        if (minute.equals("0")) {
            return text("everyHourOnTheHour");
        }
        return isStep(minute)
                ? text("everyMinutes", step(minute))
                : text("everyHourAtMinute", values(minute, it -> it));
    }

    private static String hours(String hour) {
        if (isStep(hour)) {
            return text("everyHours", step(hour));
        }
        return text("everyHour") + " " + hoursWithin(hour);
    }

    private static String hoursWithin(String hour) {
        if (isStep(hour)) {
            return text("inEveryHour", Integer.valueOf(step(hour)));
        }
        String[] range = hour.split("-", -1);
        if (range.length == 2 && isNumber(range[0]) && isNumber(range[1])) {
            return text("fromTo", clock(range[0], "0"), clock(range[1], "59"));
        }
        return text("inTheHours", values(hour, it -> it));
    }

    private static String days(String ofMonth, String ofWeek) {
        String month = ofMonth.equals("L") ? text("onTheLastDay") : text("onDay", values(ofMonth, it -> it));
        String week = text("onWeekdays", values(ofWeek, CronDescription::day));
        if (any(ofMonth)) {
            return any(ofWeek) ? "" : " " + week;
        }
        return any(ofWeek) ? " " + month : " " + month + " " + text("ifItIs", values(ofWeek, CronDescription::day));
    }

    private static String values(String field, UnaryOperator<String> name) {
        List<String> parts = Arrays.stream(field.split(",", -1))
                .map(part -> Arrays.stream(part.split("-", -1))
                        .map(name)
                        .collect(Collectors.joining(" " + text("to") + " ")))
                .toList();
        return ScheduleWords.join(parts);
    }

    private static String day(String day) {
        if (isNumber(day)) {
            int number = Integer.parseInt(day);
            return DayOfWeek.of(number == 0 ? 7 : number).getDisplayName(TextStyle.FULL, PageLanguage.current());
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(it -> it.name().startsWith(day.toUpperCase(Locale.ROOT)))
                .map(it -> it.getDisplayName(TextStyle.FULL, PageLanguage.current()))
                .findFirst()
                .orElse(day);
    }

    private static String month(String month) {
        if (isNumber(month)) {
            return Month.of(Integer.parseInt(month)).getDisplayName(TextStyle.FULL, PageLanguage.current());
        }
        return Arrays.stream(Month.values())
                .filter(it -> it.name().startsWith(month.toUpperCase(Locale.ROOT)))
                .map(it -> it.getDisplayName(TextStyle.FULL, PageLanguage.current()))
                .findFirst()
                .orElse(month);
    }

    private static String clock(String hour, String minute) {
        return "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static boolean any(String field) {
        return field.equals("*") || field.equals("?");
    }

    private static boolean isNumber(String field) {
        return field.matches("\\d+");
    }

    private static boolean isList(String field) {
        return field.matches("\\d+(,\\d+)*");
    }

    private static boolean isStep(String field) {
        return field.matches("(\\*|0)/\\d+");
    }

    private static String step(String field) {
        return field.substring(field.indexOf('/') + 1);
    }
}
