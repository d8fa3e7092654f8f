package io.counterpart.channel.till;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.TextNormalizer;
import io.counterpart.contract.session.ChannelReport.TillState;
import io.counterpart.support.problem.FieldErrors;

/** Validates the heartbeat of a till and converts its times to the clock of the channel service. */
final class TillHeartbeatReader {

    static final int LONGEST_VERSION = 40;
    static final int MOST_ITEMS = 1_000_000;
    /** A larger difference is reduced to this one: the clock was never set. */
    static final Duration LARGEST_SKEW = Duration.ofDays(3650);

    private final FieldErrors faults = new FieldErrors();

    private TillHeartbeatReader() {}

    static TillState read(Caller caller, TillHeartbeatRequest sent, Instant now) {
        return new TillHeartbeatReader().state(caller, sent, now);
    }

    private TillState state(Caller caller, TillHeartbeatRequest sent, Instant now) {
        String version = version(sent.version());
        Instant clock = time("clock", sent.clock(), now);
        if (sent.clock() == null) {
            faults.add("/clock", "required", "clock is required.");
        }
        int unsent = count("unsent", sent.unsent());
        int refused = count("refused", sent.refused());
        Instant oldest = sent.oldestUnsentAt() == null ? null : time("oldestUnsentAt", sent.oldestUnsentAt(), now);
        faults.throwIfAny();
        return new TillState(
                caller.channel(),
                caller.device(),
                version,
                now,
                within(Duration.between(now, clock), LARGEST_SKEW.negated()).toSeconds(),
                unsent,
                refused,
                oldest == null || unsent + refused == 0 ? null : now.minus(age(oldest, clock)),
                sent.online());
    }

    // Both times are by the clock of the till, so that the age is right even if the clock is wrong.
    private static Duration age(Instant oldest, Instant clock) {
        return within(Duration.between(oldest, clock), Duration.ZERO).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration within(Duration duration, Duration least) {
        Duration notTooLong = duration.compareTo(LARGEST_SKEW) > 0 ? LARGEST_SKEW : duration;
        return notTooLong.compareTo(least) < 0 ? least : notTooLong;
    }

    private String version(@Nullable String sent) {
        String version = new TextNormalizer(faults).text("/version", sent, LONGEST_VERSION);
        if (version == null) {
            faults.add("/version", "required", "version is required.");
            return "";
        }
        return version;
    }

    private Instant time(String field, @Nullable String sent, Instant otherwise) {
        try {
            return sent == null ? otherwise : Instant.parse(sent);
        } catch (DateTimeParseException e) {
            faults.add("/" + field, "not-a-time", field + " must be a timestamp, such as 2026-01-31T09:15:00Z.");
            return otherwise;
        }
    }

    private int count(String field, @Nullable Integer sent) {
        if (sent == null) {
            faults.add("/" + field, "required", field + " is required.");
            return 0;
        }
        if (sent < 0 || sent > MOST_ITEMS) {
            faults.add("/" + field, "out-of-range", "%s must be between 0 and %d.".formatted(field, MOST_ITEMS));
            return 0;
        }
        return sent;
    }
}
