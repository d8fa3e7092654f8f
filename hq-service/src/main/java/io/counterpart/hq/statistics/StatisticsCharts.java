package io.counterpart.hq.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.PageTexts;
import io.counterpart.hq.statistics.LineChart.Line;
import io.counterpart.hq.statistics.LineChart.Row;

/** Draws the four charts of a range. */
@Component
class StatisticsCharts {

    private static final List<Series> THROUGHPUT = List.of(
            new Series("s1", "statistics.series.staged", StatisticsPoint::staged),
            new Series("s2", "statistics.series.applied", StatisticsPoint::applied));
    private static final List<Series> LATENCY = List.of(
            new Series("s1", "statistics.series.p50", StatisticsPoint::latencyP50),
            new Series("s2", "statistics.series.p95", StatisticsPoint::latencyP95),
            new Series("s3", "statistics.series.p99", StatisticsPoint::latencyP99));
    private static final List<Series> BACKLOG = List.of(
            new Series("s1", "statistics.series.pendingCustomers", StatisticsPoint::pendingCustomers),
            new Series("s2", "statistics.series.openOperations", StatisticsPoint::openOperations),
            new Series("s3", "statistics.series.failedOperations", StatisticsPoint::failedOperations));
    private static final List<Series> FAILURES =
            List.of(new Series("s1", "statistics.series.failed", StatisticsPoint::failed));

    private final DisplayFormat format;
    private final PageTexts texts;

    StatisticsCharts(DisplayFormat format, PageTexts texts) {
        this.format = format;
        this.texts = texts;
    }

    List<LineChart> of(StatisticsRange range, StatisticsView view) {
        PageMessage operations = PageMessage.of(range.unit());
        return List.of(
                chart("throughput", "statistics.title.throughput", operations, THROUGHPUT, range, view),
                chart(
                        "latency",
                        "statistics.title.latency",
                        PageMessage.of("statistics.unit.latency"),
                        LATENCY,
                        range,
                        view),
                chart(
                        "backlog",
                        "statistics.title.backlog",
                        PageMessage.of("statistics.unit.backlog"),
                        BACKLOG,
                        range,
                        view),
                chart("failures", "statistics.title.failures", operations, FAILURES, range, view));
    }

    private LineChart chart(
            String id,
            String title,
            PageMessage unit,
            List<Series> series,
            StatisticsRange range,
            StatisticsView view) {
        boolean seconds = id.equals("latency");
        double highest =
                series.stream().mapToDouble(it -> it.highest(view)).max().orElse(0);
        ValueScale scale = seconds
                ? ValueScale.ofSeconds(highest, this::durationLabel)
                : ValueScale.ofCounts(highest, this::countLabel);
        TimeAxis times = TimeAxis.of(range, view.from(), view.to());
        List<Line> lines = series.stream()
                .map(it -> new Line(it.style(), it.label(), path(it, scale, times, view)))
                .filter(line -> !line.path().isEmpty())
                .toList();
        return new LineChart(
                id,
                title,
                unit,
                series.stream().map(it -> description(it, view, seconds)).collect(Collectors.joining(" ")),
                scale,
                times,
                lines,
                series.stream().map(Series::label).toList(),
                rows(series, view, seconds));
    }

    private String description(Series series, StatisticsView view, boolean seconds) {
        String label = texts.text(series.label());
        return view.points().stream().allMatch(point -> series.value(point) == null)
                ? texts.text("statistics.description.noValues", label)
                : texts.text("statistics.description.highest", label, text(series.highest(view), seconds));
    }

    private List<Row> rows(List<Series> series, StatisticsView view, boolean seconds) {
        List<Row> rows = new ArrayList<>();
        for (StatisticsPoint point : view.points()) {
            rows.add(new Row(
                    point.at(),
                    series.stream().map(it -> text(it.value(point), seconds)).toList()));
        }
        Collections.reverse(rows);
        return rows;
    }

    private String text(@Nullable Number value, boolean seconds) {
        return value == null || !seconds ? format.number(value) : format.seconds(value.doubleValue());
    }

    private String durationLabel(double seconds) {
        return seconds == 0 ? format.number(0) : format.span(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    private String countLabel(double count) {
        if (count < 10_000) {
            return format.number(count);
        }
        return count < 1_000_000
                ? texts.text("statistics.thousands", count / 1_000)
                : texts.text("statistics.millions", count / 1_000_000);
    }

    // Values are drawn in the middle of their periods. A zero-length line is a dot.
    private static String path(Series series, ValueScale scale, TimeAxis times, StatisticsView view) {
        Duration period = Duration.ofSeconds(view.intervalSeconds());
        var path = new StringBuilder();
        Instant next = Instant.MIN;
        for (StatisticsPoint point : view.points()) {
            Number value = series.value(point);
            if (value != null) {
                boolean continues = point.at().equals(next);
                double x = times.x(point.at().plus(period.dividedBy(2)));
                path.append(continues ? "L" : "M").append(x).append(' ').append(scale.y(value.doubleValue()));
                path.append(continues ? "" : "h0");
                next = point.at().plus(period);
            }
        }
        return path.toString();
    }

    /** The values of one line. */
    private record Series(String style, String label, Function<StatisticsPoint, @Nullable Number> values) {

        @Nullable Number value(StatisticsPoint point) {
            return values.apply(point);
        }

        double highest(StatisticsView view) {
            return view.points().stream()
                    .map(this::value)
                    .filter(Objects::nonNull)
                    .mapToDouble(Number::doubleValue)
                    .max()
                    .orElse(0);
        }
    }
}
