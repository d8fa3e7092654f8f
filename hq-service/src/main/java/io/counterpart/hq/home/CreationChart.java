package io.counterpart.hq.home;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Creations per hour by creation path, laid out as stacked bars. */
record CreationChart(List<Bar> bars, List<GridLine> lines, List<Series> series, long total) {

    static final int HOURS = 24;
    static final int WIDTH = 960;
    static final int HEIGHT = 200;

    private static final int LEFT = 44;
    private static final int GAP = 6;

    static CreationChart of(List<HourlyCount> counts, Instant now) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        var hours = new TreeMap<Instant, Map<CreationPath, Long>>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.put(first.plus(Duration.ofHours(hour)), new EnumMap<>(CreationPath.class));
        }
        for (HourlyCount count : counts) {
            var hour = hours.get(count.hour());
            if (hour != null) {
                hour.merge(CreationPath.of(count), count.customers(), Long::sum);
            }
        }
        long scale = scale(
                hours.values().stream().mapToLong(CreationChart::sum).max().orElse(0));
        var bars = new ArrayList<Bar>();
        hours.forEach((start, ways) -> bars.add(bar(start, bars.size(), ways, scale)));
        long total = hours.values().stream().mapToLong(CreationChart::sum).sum();
        return new CreationChart(bars, lines(scale), series(hours.values()), total);
    }

    private static Bar bar(Instant start, int position, Map<CreationPath, Long> ways, long scale) {
        double step = (WIDTH - LEFT) / (double) HOURS;
        var parts = new ArrayList<Part>();
        double top = HEIGHT;
        for (var way : ways.entrySet()) {
            double height = HEIGHT * way.getValue() / (double) scale;
            top -= height;
            parts.add(new Part(way.getKey().style(), round(top), round(height)));
        }
        String hour = "%02d:00".formatted(start.atZone(ZoneOffset.UTC).getHour());
        return new Bar(
                round(LEFT + position * step), round(step - GAP), start, hour, position % 4 == 3, sum(ways), parts);
    }

    private static long sum(Map<CreationPath, Long> ways) {
        return ways.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The smallest round number that no bar exceeds, and at least 4, so that the scale has no fractions. */
    private static long scale(long highest) {
        long power = 1;
        while (power * 10 <= highest) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 4, 5}) {
            if (power * factor >= highest) {
                return Math.max(power * factor, 4);
            }
        }
        return power * 10;
    }

    private static List<GridLine> lines(long scale) {
        var lines = new ArrayList<GridLine>();
        for (int quarter = 0; quarter <= 4; quarter += 2) {
            lines.add(new GridLine(HEIGHT - HEIGHT * quarter / 4.0, scale * quarter / 4));
        }
        return lines;
    }

    private static List<Series> series(Collection<Map<CreationPath, Long>> hours) {
        return Arrays.stream(CreationPath.values())
                .map(way -> new Series(
                        way.style(),
                        way.label(),
                        hours.stream()
                                .mapToLong(ways -> ways.getOrDefault(way, 0L))
                                .sum()))
                .toList();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The number of customers created in one hour by one path. */
    record HourlyCount(Instant hour, String mode, @Nullable String reason, long customers) {}

    /** One hour, in UTC; {@code labelled}: whether its time is shown below the bar. */
    record Bar(double x, double width, Instant start, String hour, boolean labelled, long sum, List<Part> parts) {}

    /** A colored part of a bar. */
    record Part(String style, double y, double height) {}

    /** A grid line of the scale. */
    record GridLine(double y, long value) {}

    /** An entry of the legend. */
    record Series(String style, String label, long sum) {}
}
