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
import io.counterpart.hq.topics.TopicDifference;
import io.counterpart.hq.topics.TopicState;

/** Says what does not mend itself: what stands still, what failed, what comes to an end. */
@Service
class WarningService {

    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final Duration STUCK_AT_HQ = Duration.ofMinutes(2);
    private static final Duration STUCK_IN_CHANNEL = Duration.ofMinutes(15);
    private static final long FEW_NUMBERS = 10_000;

    private final WarningRepository facts;
    private final TopicState topics;
    private final RecoveryWarning recovery;
    private final DisplayFormat words;
    private final Clock clock;

    WarningService(
            WarningRepository facts, TopicState topics, RecoveryWarning recovery, DisplayFormat words, Clock clock) {
        this.facts = facts;
        this.topics = topics;
        this.recovery = recovery;
        this.words = words;
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
                    words.plural(failure.operations(), "operation", "operations") + " failed: "
                            + words.plain(failure.code()),
                    failure.example() == null ? "A person has to decide." : failure.example(),
                    "See and mend",
                    "/synchronization?status=FAILED&errorCode=" + failure.code()));
        }
        long letters = facts.openDeadLetters();
        if (letters > 0) {
            found.accept(Warning.of(
                    "bad",
                    words.plural(letters, "record", "records") + " nobody could read",
                    "They are kept as they came. Read them, then try again or discard them.",
                    "See dead letters",
                    "/dead-letters"));
        }
    }

    private void jobs(Consumer<Warning> found) {
        for (var job : facts.jobs()) {
            if (job.held()) {
                found.accept(Warning.ofRepair(
                        "Job %s is on hold".formatted(job.job()),
                        "%s does nothing until somebody releases it.".formatted(job.title()),
                        "Release",
                        "/jobs/" + job.job() + "/release"));
            } else if (job.lastError() != null) {
                found.accept(Warning.of(
                        "bad",
                        "The last run of job %s failed".formatted(job.job()),
                        job.lastError(),
                        "See its runs",
                        "/jobs/" + job.job()));
            } else if (Recurrence.parse(job.recurrence()).isMissed(job.lastRunAt(), clock.instant())) {
                found.accept(Warning.of(
                        "warn",
                        "Job %s is late".formatted(job.job()),
                        "It ran %s and should have run again since.".formatted(words.ago(job.lastRunAt())),
                        "See its runs",
                        "/jobs/" + job.job()));
            }
        }
    }

    private void addPipelineWarnings(PipelineRow lane, Consumer<Warning> found) {
        Instant now = clock.instant();
        String sessions = "/sessions?channelDatabase=" + lane.channelDatabase();
        if (isOlder(lane.lastContact(), SILENT, now)) {
            found.accept(Warning.of(
                    "warn",
                    "Channel database %s is silent".formatted(lane.channelDatabase()),
                    "Its last contact was %s. Is its channel service running?".formatted(words.ago(lane.lastContact())),
                    "See its sessions",
                    sessions));
        }
        if (lane.oldestInChannel() != null && isOlder(lane.oldestInChannel(), STUCK_IN_CHANNEL, now)) {
            found.accept(Warning.of(
                    "warn",
                    "Operations wait in %s".formatted(lane.channelDatabase()),
                    "The oldest was made %s and is not uploaded.".formatted(words.ago(lane.oldestInChannel())),
                    "See the P-job",
                    "/jobs/P-0001"));
        }
        if (lane.oldestOpen() != null && isOlder(lane.oldestOpen(), STUCK_AT_HQ, now)) {
            found.accept(Warning.of(
                    "warn",
                    "Operations of %s wait at HQ".formatted(lane.channelDatabase()),
                    "The oldest arrived %s and is not converted.".formatted(words.ago(lane.oldestOpen())),
                    "See them",
                    "/synchronization?sort=oldest&status=OPEN&channelDatabase=" + lane.channelDatabase()));
        }
    }

    private void restores(Consumer<Warning> found) {
        for (var restored : facts.restoredChannelDatabases()) {
            found.accept(Warning.of(
                    "warn",
                    "Channel database %s was restored from a backup".formatted(restored.channelDatabase()),
                    ("Noticed %s. It takes in again what it lost, and edits made since with used operation numbers are"
                                    + " applied as the next ones; nobody has to act.")
                            .formatted(words.ago(restored.detectedAt())),
                    "See its sessions",
                    "/sessions?channelDatabase=" + restored.channelDatabase()));
        }
    }

    private void topics(Consumer<Warning> found) {
        String problem = topics.problem();
        if (problem != null) {
            found.accept(Warning.of("bad", "Topics cannot be created", problem, "See the sessions", "/sessions"));
        }
        for (TopicDifference difference : topics.differences()) {
            found.accept(Warning.of(
                    "warn",
                    difference.text(),
                    "Records can be lost. Correct it with: " + difference.command(),
                    "See the sessions",
                    "/sessions"));
        }
    }

    private void addGeneralWarnings(Consumer<Warning> found) {
        for (var sequence : facts.sequencesWithLessThan(FEW_NUMBERS)) {
            found.accept(Warning.of(
                    sequence.remaining() < 100 ? "bad" : "warn",
                    "Number sequence %s comes to its end".formatted(sequence.name()),
                    words.plural(sequence.remaining(), "number is", "numbers are")
                            + " left; without one no customer is converted.",
                    "Extend it",
                    "/administration/number-sequences"));
        }
        long forced = facts.forcedSince(clock.instant().minus(Duration.ofHours(1)));
        if (forced > 0) {
            found.accept(Warning.of(
                    "warn",
                    words.plural(forced, "customer was", "customers were")
                            + " created in async mode because HQ did not answer",
                    "In the last hour. The customers are safe; the Real-time service was slow or away.",
                    "See the chart",
                    "#creations"));
        }
        for (String channel : facts.channelsWhoseTemplateHasAReceiptEmail()) {
            found.accept(Warning.of(
                    "warn",
                    "The default customer of %s has a receipt email".formatted(channel),
                    "New customers never take it over, but it should not be there.",
                    "See the channel",
                    "/administration/channels/" + channel));
        }
    }

    private static boolean isOlder(@Nullable Instant at, Duration than, Instant now) {
        return at == null || at.plus(than).isBefore(now);
    }
}
