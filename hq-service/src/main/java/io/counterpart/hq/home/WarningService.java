package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.job.Recurrence;
import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.topics.TopicDifference;
import io.counterpart.hq.topics.TopicState;

/** Finds the conditions that require action: failures, backlogs, jobs on hold and number sequences that run out. */
@Service
class WarningService {

    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final Duration STUCK_AT_HQ = Duration.ofMinutes(2);
    private static final Duration STUCK_IN_CHANNEL = Duration.ofMinutes(15);
    private static final long FEW_NUMBERS = 10_000;

    private final WarningRepository facts;
    private final TopicState topics;
    private final RecoveryWarning recovery;
    private final DisplayFormat format;
    private final Clock clock;

    WarningService(
            WarningRepository facts, TopicState topics, RecoveryWarning recovery, DisplayFormat format, Clock clock) {
        this.facts = facts;
        this.topics = topics;
        this.recovery = recovery;
        this.format = format;
        this.clock = clock;
    }

    List<Warning> find(List<PipelineRow> lanes) {
        var found = new ArrayList<Warning>();
        recovery.now().ifPresent(found::add);
        failures(found::add);
        jobs(found::add);
        lanes.forEach(lane -> addPipelineWarnings(lane, found::add));
        restores(found::add);
        topics(found::add);
        addGeneralWarnings(found::add);
        return found;
    }

    private void failures(Consumer<Warning> found) {
        for (var failure : facts.failures()) {
            found.accept(Warning.of(
                    "bad",
                    PageMessage.of("home.warning.failed.title", failure.operations(), format.plain(failure.code())),
                    failure.example() == null
                            ? PageMessage.of("home.warning.failed.explanation")
                            : PageMessage.literal(failure.example()),
                    "home.warning.reviewFailures",
                    "/synchronization?status=FAILED&errorCode=" + failure.code()));
        }
        long letters = facts.openDeadLetters();
        if (letters > 0) {
            found.accept(Warning.of(
                    "bad",
                    PageMessage.of("home.warning.deadLetters.title", letters),
                    PageMessage.of("home.warning.deadLetters.explanation"),
                    "home.warning.viewDeadLetters",
                    "/dead-letters"));
        }
    }

    private void jobs(Consumer<Warning> found) {
        for (var job : facts.jobs()) {
            if (job.held()) {
                found.accept(Warning.ofRepair(
                        PageMessage.of("home.warning.held.title", job.job()),
                        PageMessage.of("home.warning.held.explanation", job.title()),
                        "home.warning.release",
                        "/jobs/" + job.job() + "/release"));
            } else if (job.lastError() != null) {
                found.accept(Warning.of(
                        "bad",
                        PageMessage.of("home.warning.jobFailed.title", job.job()),
                        PageMessage.literal(job.lastError()),
                        "home.warning.viewRuns",
                        "/jobs/" + job.job()));
            } else if (Recurrence.parse(job.recurrence()).isMissed(job.lastRunAt(), clock.instant())) {
                found.accept(Warning.of(
                        "warn",
                        PageMessage.of("home.warning.overdue.title", job.job()),
                        PageMessage.of("home.warning.overdue.explanation", format.timeOrNever(job.lastRunAt())),
                        "home.warning.viewRuns",
                        "/jobs/" + job.job()));
            }
        }
    }

    private void addPipelineWarnings(PipelineRow lane, Consumer<Warning> found) {
        Instant now = clock.instant();
        String sessions = "/sessions?channelDatabase=" + lane.channelDatabase();
        if (lane.configured() && isOlder(lane.lastContact(), SILENT, now)) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.notResponding.title", lane.channelDatabase()),
                    PageMessage.of("home.warning.notResponding.explanation", format.timeOrNever(lane.lastContact())),
                    "home.warning.viewSessions",
                    sessions));
        }
        if (lane.oldestInChannel() != null && isOlder(lane.oldestInChannel(), STUCK_IN_CHANNEL, now)) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.uploadBacklog.title", lane.channelDatabase()),
                    PageMessage.of("home.warning.backlog.explanation", format.between(lane.oldestInChannel(), now)),
                    "home.warning.viewPJob",
                    "/jobs/P-0001"));
        }
        if (lane.oldestOpen() != null && isOlder(lane.oldestOpen(), STUCK_AT_HQ, now)) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.processingBacklog.title", lane.channelDatabase()),
                    PageMessage.of("home.warning.backlog.explanation", format.between(lane.oldestOpen(), now)),
                    "home.warning.viewOperations",
                    "/synchronization?sort=oldest&status=OPEN&channelDatabase=" + lane.channelDatabase()));
        }
    }

    private void restores(Consumer<Warning> found) {
        for (var restored : facts.restoredChannelDatabases()) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.restored.title", restored.channelDatabase()),
                    PageMessage.of("home.warning.restored.explanation", restored.detectedAt()),
                    "home.warning.viewSessions",
                    "/sessions?channelDatabase=" + restored.channelDatabase()));
        }
    }

    private void topics(Consumer<Warning> found) {
        String problem = topics.problem();
        if (problem != null) {
            found.accept(Warning.of(
                    "bad",
                    PageMessage.of("home.warning.topics.title"),
                    PageMessage.literal(problem),
                    "home.warning.viewSessions",
                    "/sessions"));
        }
        for (TopicDifference difference : topics.differences()) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.literal(difference.text()),
                    PageMessage.of("home.warning.topicSetting.explanation", difference.command()),
                    "home.warning.viewSessions",
                    "/sessions"));
        }
    }

    private void addGeneralWarnings(Consumer<Warning> found) {
        for (var sequence : facts.sequencesWithLessThan(FEW_NUMBERS)) {
            found.accept(Warning.of(
                    sequence.remaining() < 100 ? "bad" : "warn",
                    PageMessage.of("home.warning.numberSequence.title", sequence.name()),
                    PageMessage.of("home.warning.numberSequence.explanation", sequence.remaining()),
                    "home.warning.extendNumberSequence",
                    "/administration/number-sequences"));
        }
        long forced = facts.forcedSince(clock.instant().minus(Duration.ofHours(1)));
        if (forced > 0) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.unreachable.title", forced),
                    PageMessage.of("home.warning.unreachable.explanation"),
                    "home.warning.viewChart",
                    "#creations"));
        }
        for (String channel : facts.channelsWhoseTemplateHasAReceiptEmail()) {
            found.accept(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.receiptEmail.title", channel),
                    PageMessage.of("home.warning.receiptEmail.explanation"),
                    "home.warning.viewChannel",
                    "/administration/channels/" + channel));
        }
    }

    private static boolean isOlder(@Nullable Instant at, Duration than, Instant now) {
        return at == null || at.plus(than).isBefore(now);
    }
}
