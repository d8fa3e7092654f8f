package io.counterpart.hq.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.problem.HqProblem;

/** Reads the statistics of a range. */
@Service
public class StatisticsService {

    /** The limit of points: a week has as many hours. */
    public static final int MOST_POINTS = 168;

    /** The limit of channel databases in the ranking. */
    public static final int MOST_STORES = 50;

    private final StatisticsRepository repository;
    private final SampleRepository samples;
    private final Clock clock;

    StatisticsService(StatisticsRepository repository, SampleRepository samples, Clock clock) {
        this.repository = repository;
        this.samples = samples;
        this.clock = clock;
    }

    /** @param channelDatabase null: all together */
    StatisticsView of(StatisticsRange range, @Nullable String channelDatabase) {
        if (channelDatabase != null && (channelDatabase.isEmpty() || !repository.isKnown(channelDatabase))) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        Instant now = clock.instant();
        SampleLength length = range.samples();
        Instant to = length.start(now);
        Instant from = to.minus(range.duration());
        List<StatisticsPoint> points =
                repository.points(length, Objects.requireNonNullElse(channelDatabase, ""), from, to);
        Instant newest = samples.newest(SampleLength.MINUTE).orElse(null);
        return new StatisticsView(
                range.label(),
                channelDatabase,
                from,
                to,
                length.duration().toSeconds(),
                points,
                points.isEmpty() ? firstPointAt(length, now) : null,
                newest == null ? null : newest.plus(SampleLength.MINUTE.duration()),
                newest == null ? List.of() : repository.stores(newest, MOST_STORES));
    }

    List<String> channelDatabases() {
        return repository.channelDatabases(samples.newest(SampleLength.MINUTE).orElse(null));
    }

    // A period is rolled up a minute after its end, when its minutes are settled.
    private static Instant firstPointAt(SampleLength length, Instant now) {
        Instant end = length.start(now).plus(length.duration());
        Instant sampled = end.plus(SamplingSchedule.DELAY);
        return length == SampleLength.MINUTE ? sampled : sampled.plus(SampleLength.MINUTE.duration());
    }
}
