package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Builds the home page. Viewers share what was read, for two seconds while the page refreshes itself. */
@Service
class HomePageService {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final PipelineRowRepository pipeline;
    private final WarningEvaluator warnings;
    private final Clock clock;
    private @Nullable HomeView last;

    HomePageService(PipelineRowRepository pipeline, WarningEvaluator warnings, Clock clock) {
        this.pipeline = pipeline;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** The current state, for a page that is opened, possibly after an action of its user. */
    HomeView current() {
        Instant asked = clock.instant();
        synchronized (this) {
            // What another request began to read after this one arrived is current.
            return last == null || !last.at().isAfter(asked) ? read() : last;
        }
    }

    /** A state of the last two seconds, for a page that refreshes itself. */
    synchronized HomeView recent() {
        return last == null || last.at().plus(FRESH).isBefore(clock.instant()) ? read() : last;
    }

    private HomeView read() {
        Instant now = clock.instant();
        WarningEvaluator.Evaluation evaluation = warnings.evaluate(WarningThresholds.OF_HOME_PAGE);
        HomeView view = new HomeView(
                now,
                evaluation.lanes(),
                pipeline.waitingToLeave(),
                pipeline.speed(now.minus(Duration.ofMinutes(15))),
                CreationChart.of(pipeline.creations(now.minus(Duration.ofHours(CreationChart.HOURS))), now),
                evaluation.shown(),
                evaluation.stuck(),
                evaluation.tills());
        last = view;
        return view;
    }
}
