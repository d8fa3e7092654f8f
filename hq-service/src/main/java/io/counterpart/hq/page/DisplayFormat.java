package io.counterpart.hq.page;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.language.PageLanguage;
import io.counterpart.support.web.StrictUuid;

/** Formats times, durations and numbers for pages. */
@Component
public class DisplayFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern POSITION = Pattern.compile("\\d{1,4}");
    // What is part of every path, and IDs, tell users nothing.
    private static final Pattern STRUCTURE =
            Pattern.compile("body|content|profile|changes|newValue|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    // Administrators name what is in them.
    private static final Set<String> NAMED = Set.of("attribute", "attributes", "financialDimensions");

    private final Clock clock;
    private final PageTexts texts;

    DisplayFormat(Clock clock, PageTexts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** A point in time in UTC. */
    public String time(@Nullable Instant at) {
        return at == null ? "–" : TIME.format(at);
    }

    /** The time since or until the given point in time. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return texts.text("time.never");
        }
        Duration since = Duration.between(at, clock.instant());
        if (since.isNegative()) {
            return texts.text("time.in", span(since.negated()));
        }
        return since.toSeconds() < 1 ? texts.text("time.justNow") : texts.text("time.ago", span(since));
    }

    /** A point in time as a value of {@link PageTexts#parts}. */
    public Object timeOrNever(@Nullable Instant at) {
        return at == null ? ago(null) : at;
    }

    /** A duration in its two largest units; clocks that differ count as no time. */
    public String span(@Nullable Duration span) {
        if (span == null) {
            return "–";
        }
        if (span.toMillis() < 1) {
            return texts.text("time.underMillisecond");
        }
        if (span.toSeconds() < 1) {
            return texts.text("time.milliseconds", span.toMillis());
        }
        if (span.toMinutes() < 1) {
            return texts.text("time.seconds", span.toSeconds());
        }
        if (span.toHours() < 1) {
            return two(texts.text("time.minutes", span.toMinutes()), "time.seconds", span.toSecondsPart());
        }
        if (span.toDays() < 1) {
            return two(texts.text("time.hours", span.toHours()), "time.minutes", span.toMinutesPart());
        }
        return two(texts.text("time.days", span.toDays()), "time.hours", span.toHoursPart());
    }

    /** Seconds, with one decimal below ten. */
    public String seconds(double seconds) {
        if (seconds < 0.05) {
            return texts.text("time.underTenth");
        }
        return seconds < 10 ? texts.text("time.tenths", seconds) : span(Duration.ofSeconds(Math.round(seconds)));
    }

    public String between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "–" : span(Duration.between(from, to));
    }

    /** A number with thousands separators. */
    public String number(@Nullable Number number) {
        return number == null ? "–" : texts.text("common.literal", number.longValue());
    }

    /** The label of a constant or code; without a label, its name in lower case. */
    public String plain(@Nullable Object constant) {
        if (constant == null) {
            return "–";
        }
        if (constant instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, PageLanguage.current());
        }
        String text = constant.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "–" : texts.textOr("value." + constant, capitalized(text));
    }

    /** The label of a JSON field; an attribute of a customer is shown by its name. */
    public String field(String name) {
        String text = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return text.isEmpty() ? name : texts.textOr("field." + name, capitalized(text));
    }

    /** The label of a field of nested JSON or of a part, such as {@code body.content.addresses.0.city}. */
    public String path(String path) {
        var label = new StringBuilder();
        String[] parts = path.split("[.:]", -1);
        String parent = "";
        for (String part : parts) {
            if (POSITION.matcher(part).matches()) {
                label.append(label.isEmpty() ? "" : " ").append(Integer.parseInt(part) + 1);
            } else if (!STRUCTURE.matcher(part).matches()) {
                label.append(label.isEmpty() ? "" : " · ").append(NAMED.contains(parent) ? part : field(part));
            }
            parent = part;
        }
        return label.isEmpty() ? field(parts[parts.length - 1]) : label.toString();
    }

    /** Whether the ID is one of those that lists show folded. */
    public boolean isGuid(@Nullable Object id) {
        return id != null && StrictUuid.matches(id.toString());
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String two(String first, String smallerUnit, int second) {
        return second == 0 ? first : first + " " + texts.text(smallerUnit, second);
    }
}
