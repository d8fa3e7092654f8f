package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.hq.till.TillCounts;

/** Evaluates the conditions that require action, for the home page and for alerts. */
@Component
public class WarningEvaluator {

    private final PipelineRowRepository pipeline;
    private final RecoveryWarning recovery;
    private final WarningService warnings;
    private final StuckWarningService stuckWarnings;
    private final RequestLimitWarnings limitWarnings;
    private final TillWarnings tillWarnings;
    private final Clock clock;

    WarningEvaluator(
            PipelineRowRepository pipeline,
            RecoveryWarning recovery,
            WarningService warnings,
            StuckWarningService stuckWarnings,
            RequestLimitWarnings limitWarnings,
            TillWarnings tillWarnings,
            Clock clock) {
        this.pipeline = pipeline;
        this.recovery = recovery;
        this.warnings = warnings;
        this.stuckWarnings = stuckWarnings;
        this.limitWarnings = limitWarnings;
        this.tillWarnings = tillWarnings;
        this.clock = clock;
    }

    /** All conditions that hold, also those that the home page does not show. */
    public List<Warning> warnings(WarningThresholds thresholds) {
        return evaluate(thresholds).warnings();
    }

    Evaluation evaluate(WarningThresholds thresholds) {
        var lanes = pipeline.lanes(clock.instant().minus(Duration.ofHours(1)));
        StuckCounts stuck = stuckWarnings.stuck();
        TillCounts tills = tillWarnings.counts();
        var found = new ArrayList<>(stuckWarnings.about(lanes, stuck, thresholds));
        recovery.now().ifPresent(found::add);
        found.addAll(warnings.find(lanes, thresholds));
        found.addAll(limitWarnings.of(lanes, thresholds));
        tillWarnings.about(tills, thresholds).ifPresent(found::add);
        return new Evaluation(lanes, stuck, tills, found);
    }

    /** The conditions, and the figures from which they follow. */
    record Evaluation(List<PipelineRow> lanes, StuckCounts stuck, TillCounts tills, List<Warning> warnings) {

        List<Warning> shown() {
            return warnings.stream().filter(Warning::shown).toList();
        }
    }
}
