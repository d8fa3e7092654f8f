package io.counterpart.hq.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times, spans and numbers as people read them. */
@Component
public class DisplayFormat {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;

    DisplayFormat(Clock clock) {
        this.clock = clock;
    }

    /** A point in time in UTC. */
    public String time(@Nullable Instant at) {
        return at == null ? "–" : TIME.format(at);
    }

    /** How long ago, or in how long. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return "never";
        }
        Duration since = Duration.between(at, clock.instant());
        if (since.isNegative()) {
            return "in " + span(since.negated());
        }
        return since.toSeconds() < 1 ? "just now" : span(since) + " ago";
    }

    /** A length of time in its two largest units. */
    public String span(@Nullable Duration span) {
        if (span == null) {
            return "–";
        }
        if (span.toSeconds() < 1) {
            return span.toMillis() + " ms";
        }
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return two(span.toMinutes(), "min", span.toSecondsPart(), "s");
        }
        if (span.toDays() < 1) {
            return two(span.toHours(), "h", span.toMinutesPart(), "min");
        }
        return two(span.toDays(), "d", span.toHoursPart(), "h");
    }

    /** Seconds, with a tenth while that matters. */
    public String seconds(double seconds) {
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : span(Duration.ofSeconds(Math.round(seconds)));
    }

    public String between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "–" : span(Duration.between(from, to));
    }

    /** A number with thin spaces between the thousands. */
    public String number(@Nullable Number number) {
        return number == null ? "–" : "%,d".formatted(number.longValue()).replace(',', '\u2009');
    }

    public String plural(Number count, String one, String many) {
        return number(count) + " " + (count.longValue() == 1 ? one : many);
    }

    /** A name of a constant as a person would say it. */
    public String plain(@Nullable Object constant) {
        if (constant == null) {
            return "–";
        }
        String words = constant.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "–" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The name of a JSON field as a person would say it. */
    public String field(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String two(long first, String unit, long second, String smaller) {
        return second == 0 ? first + " " + unit : first + " " + unit + " " + second + " " + smaller;
    }
}
