package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.reconciliation.UnavailableOperationService;
import io.counterpart.hq.reconciliation.UnavailableOperations;

/** The warnings about one channel database: no heartbeat, backlogs before and at HQ, and what it cannot upload again. */
@Component
class ChannelDatabaseWarnings {

    private final UnavailableOperationService unavailable;
    private final DisplayFormat format;
    private final Clock clock;

    ChannelDatabaseWarnings(UnavailableOperationService unavailable, DisplayFormat format, Clock clock) {
        this.unavailable = unavailable;
        this.format = format;
        this.clock = clock;
    }

    void about(List<PipelineRow> lanes, WarningThresholds thresholds, Consumer<Warning> found) {
        lanes.forEach(lane -> about(lane, thresholds, found));
        unavailable.notAcknowledged().stream()
                .filter(it -> it.operations() >= thresholds.of(WarningRule.UNAVAILABLE_OPERATIONS))
                .map(this::unavailable)
                .forEach(found);
    }

    private void about(PipelineRow lane, WarningThresholds thresholds, Consumer<Warning> found) {
        Instant now = clock.instant();
        if (lane.configured() && isOlder(lane.lastContact(), thresholds.age(WarningRule.NOT_RESPONDING), now)) {
            found.accept(notResponding(lane));
        }
        Instant inChannel = lane.oldestInChannel();
        if (inChannel != null && isOlder(inChannel, thresholds.age(WarningRule.UPLOAD_BACKLOG), now)) {
            found.accept(Warning.of(
                    WarningRule.UPLOAD_BACKLOG,
                    lane.channelDatabase(),
                    PageMessage.of("home.warning.uploadBacklog.title", lane.channelDatabase()),
                    PageMessage.of("home.warning.backlog.explanation", format.between(inChannel, now)),
                    "home.warning.viewPJob",
                    "/jobs/P-0001"));
        }
        Instant open = lane.oldestOpen();
        if (open != null && isOlder(open, thresholds.age(WarningRule.PROCESSING_BACKLOG), now)) {
            found.accept(Warning.of(
                    WarningRule.PROCESSING_BACKLOG,
                    lane.channelDatabase(),
                    PageMessage.of("home.warning.processingBacklog.title", lane.channelDatabase()),
                    PageMessage.of("home.warning.backlog.explanation", format.between(open, now)),
                    "home.warning.viewOperations",
                    "/synchronization?sort=oldest&status=OPEN&channelDatabase=" + lane.channelDatabase()));
        }
    }

    private Warning notResponding(PipelineRow lane) {
        return Warning.of(
                WarningRule.NOT_RESPONDING,
                lane.channelDatabase(),
                PageMessage.of("home.warning.notResponding.title", lane.channelDatabase()),
                PageMessage.of("home.warning.notResponding.explanation", format.timeOrNever(lane.lastContact())),
                "home.warning.viewSessions",
                "/sessions?channelDatabase=" + lane.channelDatabase());
    }

    private Warning unavailable(UnavailableOperations operations) {
        String database = operations.channelDatabase();
        return Warning.of(
                WarningRule.UNAVAILABLE_OPERATIONS,
                database,
                PageMessage.of("home.warning.unavailable.title", operations.operations(), database),
                PageMessage.of(
                        "home.warning.unavailable.explanation",
                        format.time(operations.uploadedFrom()),
                        format.time(operations.uploadedTo())),
                "home.warning.viewSessions",
                "/sessions?channelDatabase=" + database);
    }

    private static boolean isOlder(@Nullable Instant at, Duration than, Instant now) {
        return at == null || at.plus(than).isBefore(now);
    }
}
