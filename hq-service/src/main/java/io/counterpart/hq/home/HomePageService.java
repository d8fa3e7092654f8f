package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Builds the home page; reads the database at most once in two seconds, regardless of the number of viewers. */
@Service
class HomePageService {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final PipelineRowRepository pipeline;
    private final WarningService warnings;
    private final StuckWarningService stuckWarnings;
    private final RequestLimitWarnings limitWarnings;
    private final Clock clock;
    private @Nullable HomeView last;

    HomePageService(
            PipelineRowRepository pipeline,
            WarningService warnings,
            StuckWarningService stuckWarnings,
            RequestLimitWarnings limitWarnings,
            Clock clock) {
        this.pipeline = pipeline;
        this.warnings = warnings;
        this.stuckWarnings = stuckWarnings;
        this.limitWarnings = limitWarnings;
        this.clock = clock;
    }

    synchronized HomeView view() {
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = read(now);
        }
        return last;
    }

    /** The next call reads again. */
    synchronized void invalidate() {
        last = null;
    }

    private HomeView read(Instant now) {
        var lanes = pipeline.lanes(now.minus(Duration.ofHours(1)));
        StuckCounts stuck = stuckWarnings.stuck();
        var found = new ArrayList<>(stuckWarnings.about(lanes, stuck));
        found.addAll(warnings.find(lanes));
        found.addAll(limitWarnings.of(lanes));
        return new HomeView(
                now,
                lanes,
                pipeline.waitingToLeave(),
                pipeline.speed(now.minus(Duration.ofMinutes(15))),
                CreationChart.of(pipeline.creations(now.minus(Duration.ofHours(CreationChart.HOURS))), now),
                found,
                stuck);
    }
}
