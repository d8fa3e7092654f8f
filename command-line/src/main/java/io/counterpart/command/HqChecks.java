package io.counterpart.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What HQ knows: itself, its jobs, and each channel database by its heartbeats. */
final class HqChecks {

    // The header Date has whole seconds, and the answer takes time.
    private static final Duration CLOCK = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration PENDING = Duration.ofMinutes(2);
    private static final int FEW_NUMBERS = 10_000;

    private final HqApi hq;
    private final Clock clock;
    private final Findings findings;

    HqChecks(HqApi hq, Clock clock, Findings findings) {
        this.hq = hq;
        this.clock = clock;
        this.findings = findings;
    }

    void run() {
        HqApi.Reply jobs = hq.send("GET", "/api/v1/batch-jobs", null);
        findings.fine("HQ", "answers, and accepts the token");
        clock(jobs.date());
        jobs.body().path("items").forEach(this::job);
        JsonNode stages = hq.get("/api/v1/pipeline").path("items");
        long newest = stages.valueStream()
                .mapToLong(it -> it.path("globalVersion").asLong())
                .max()
                .orElse(0);
        stages.forEach(stage -> channelDatabase(stage, newest));
        hq.get("/api/v1/number-sequences").path("items").forEach(this::numbers);
        deadLetters();
    }

    private void clock(@Nullable String date) {
        try {
            Instant there = ZonedDateTime.parse(String.valueOf(date), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            long off = Duration.between(there, clock.instant()).toSeconds();
            findings.add(
                    Math.abs(off) <= CLOCK.toSeconds(),
                    "clock",
                    Math.abs(off) <= 1 ? "agrees with HQ's" : "differs from HQ's by %d s".formatted(off));
        } catch (DateTimeException e) {
            findings.attention("clock", "HQ's answer has no time");
        }
    }

    private void job(JsonNode job) {
        if (job.path("held").asBoolean()) {
            findings.attention("job " + job.path("job").asString(), "is on hold");
        }
    }

    private void channelDatabase(JsonNode stage, long newest) {
        String subject = "channel database " + stage.path("channelDatabase").asString();
        int before = findings.items().size();
        Consumer<String> attention = finding -> findings.attention(subject, finding);
        Duration silent = age(stage.path("lastContact"));
        if (silent == null) {
            attention.accept("has never sent a heartbeat");
        } else if (silent.compareTo(HEARTBEAT) > 0) {
            attention.accept("has sent no heartbeat for %d s".formatted(silent.toSeconds()));
        }
        if (stage.path("held").asBoolean()) {
            attention.accept("its P-job is on hold");
        }
        Duration pending = age(stage.path("oldestPendingSince"));
        if (pending != null && pending.compareTo(PENDING) > 0) {
            attention.accept("a customer has been pending for %d s".formatted(pending.toSeconds()));
        }
        long version = stage.path("globalVersion").asLong();
        if (version < newest) {
            attention.accept("runs configuration version %d, another %d".formatted(version, newest));
        }
        if (findings.items().size() == before) {
            findings.fine(
                    subject,
                    "heartbeat %d s ago, configuration version %d"
                            .formatted(silent == null ? 0 : silent.toSeconds(), version));
        }
    }

    private void numbers(JsonNode sequence) {
        long left = sequence.path("left").asLong();
        if (left < FEW_NUMBERS) {
            findings.attention(
                    "number sequence " + sequence.path("name").asString(), "%d numbers left".formatted(left));
        }
    }

    private void deadLetters() {
        long open = hq.get("/api/v1/dead-letters/groups")
                .path("items")
                .valueStream()
                .mapToLong(it -> it.path("open").asLong())
                .sum();
        findings.add(open == 0, "dead letters", open == 0 ? "none" : open + " are open");
    }

    private @Nullable Duration age(JsonNode since) {
        return since.isString() ? Duration.between(Instant.parse(since.asString()), clock.instant()) : null;
    }
}
