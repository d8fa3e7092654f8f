package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;

import io.counterpart.hq.messaging.TopicDifference;
import io.counterpart.hq.messaging.TopicState;
import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;

/** Finds the conditions that require action: failures, backlogs, jobs on hold and number sequences that run out. */
@Service
class WarningService {

    private static final int CAUSES_SHOWN = 3;

    private final WarningRepository facts;
    private final TopicState topics;
    private final JobWarnings jobs;
    private final ChannelDatabaseWarnings databases;
    private final DisplayFormat format;
    private final Clock clock;

    WarningService(
            WarningRepository facts,
            TopicState topics,
            JobWarnings jobs,
            ChannelDatabaseWarnings databases,
            DisplayFormat format,
            Clock clock) {
        this.facts = facts;
        this.topics = topics;
        this.jobs = jobs;
        this.databases = databases;
        this.format = format;
        this.clock = clock;
    }

    List<Warning> find(List<PipelineRow> lanes, WarningThresholds thresholds) {
        var found = new ArrayList<Warning>();
        failures(thresholds, found::add);
        deadLetters(thresholds, found::add);
        jobs.about(facts.jobs(), found::add);
        databases.about(lanes, thresholds, found::add);
        restores(found::add);
        topics(found::add);
        addGeneralWarnings(thresholds, found::add);
        return found;
    }

    private void failures(WarningThresholds thresholds, Consumer<Warning> found) {
        int causes = 0;
        for (var failure : facts.failures(thresholds.of(WarningRule.FAILED_OPERATIONS))) {
            causes++;
            found.accept(Warning.of(
                            WarningRule.FAILED_OPERATIONS,
                            failure.code(),
                            PageMessage.of(
                                    "home.warning.failed.title", failure.operations(), format.plain(failure.code())),
                            failure.example() == null
                                    ? PageMessage.of("home.warning.failed.explanation")
                                    : PageMessage.literal(failure.example()),
                            "home.warning.reviewFailures",
                            "/synchronization?status=FAILED&errorCode=" + failure.code())
                    .shownIf(causes <= CAUSES_SHOWN));
        }
    }

    private void deadLetters(WarningThresholds thresholds, Consumer<Warning> found) {
        long letters = facts.openDeadLetters();
        if (letters > 0 && letters >= thresholds.of(WarningRule.DEAD_LETTERS)) {
            found.accept(Warning.of(
                    WarningRule.DEAD_LETTERS,
                    "",
                    PageMessage.of("home.warning.deadLetters.title", letters),
                    PageMessage.of("home.warning.deadLetters.explanation"),
                    "home.warning.viewDeadLetters",
                    "/dead-letters"));
        }
    }

    private void restores(Consumer<Warning> found) {
        for (var restored : facts.restoredChannelDatabases()) {
            found.accept(Warning.of(
                    WarningRule.RESTORED_CHANNEL_DATABASE,
                    restored.channelDatabase(),
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
                    WarningRule.TOPICS_NOT_CREATED,
                    "",
                    PageMessage.of("home.warning.topics.title"),
                    PageMessage.literal(problem),
                    "home.warning.viewSessions",
                    "/sessions"));
        }
        for (TopicDifference difference : topics.differences()) {
            found.accept(Warning.of(
                    WarningRule.TOPIC_SETTING,
                    difference.topic() + " " + difference.setting(),
                    PageMessage.literal(difference.text()),
                    PageMessage.of("home.warning.topicSetting.explanation", difference.command()),
                    "home.warning.viewSessions",
                    "/sessions"));
        }
    }

    private void addGeneralWarnings(WarningThresholds thresholds, Consumer<Warning> found) {
        for (var sequence : facts.sequencesWithLessThan(thresholds.of(WarningRule.NUMBERS_RUNNING_OUT))) {
            found.accept(Warning.of(
                            WarningRule.NUMBERS_RUNNING_OUT,
                            sequence.name(),
                            PageMessage.of("home.warning.numberSequence.title", sequence.name()),
                            PageMessage.of("home.warning.numberSequence.explanation", sequence.remaining()),
                            "home.warning.extendNumberSequence",
                            "/administration/number-sequences")
                    .withLevel(sequence.remaining() < 100 ? Warning.BAD : Warning.WARN));
        }
        long forced = facts.forcedSince(clock.instant().minus(Duration.ofHours(1)));
        if (forced > 0 && forced >= thresholds.of(WarningRule.UNREACHABLE)) {
            found.accept(Warning.of(
                    WarningRule.UNREACHABLE,
                    "",
                    PageMessage.of("home.warning.unreachable.title", forced),
                    PageMessage.of("home.warning.unreachable.explanation"),
                    "home.warning.viewChart",
                    "#creations"));
        }
        for (String channel : facts.channelsWhoseTemplateHasAReceiptEmail()) {
            found.accept(Warning.of(
                    WarningRule.DEFAULT_CUSTOMER_RECEIPT_EMAIL,
                    channel,
                    PageMessage.of("home.warning.receiptEmail.title", channel),
                    PageMessage.of("home.warning.receiptEmail.explanation"),
                    "home.warning.viewChannel",
                    "/administration/channels/" + channel));
        }
    }
}
