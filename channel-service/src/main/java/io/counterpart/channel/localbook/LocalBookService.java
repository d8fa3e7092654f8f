package io.counterpart.channel.localbook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.messaging.database.DatabaseIdentity;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.security.Sha256;

/**
 * Delivers the customers of a store in rounds. A round begins with the oldest transaction that was still running when
 * the round before began, so that a change which commits late is never skipped; some changes are delivered twice.
 */
@Service
class LocalBookService {

    static final int MOST = 2000;

    private final LocalBookRepository book;
    private final LocalBookCustomerRepository customers;
    private final DatabaseIdentity database;
    private final LocalBookProperties properties;
    private final Clock clock;

    LocalBookService(
            LocalBookRepository book,
            LocalBookCustomerRepository customers,
            DatabaseIdentity database,
            LocalBookProperties properties,
            Clock clock) {
        this.book = book;
        this.customers = customers;
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Returns the page after the cursor. Each page can be read again.
     *
     * @param since the cursor of an earlier page; null: from the beginning
     */
    LocalBookPage page(String channel, @Nullable String since, int limit) {
        if (!properties.enabled()) {
            throw ChannelProblem.FEATURE_DISABLED.because("Local customer books are disabled in this channel service.");
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.malformed("/limit", "out-of-range", "limit must be between 1 and %d.".formatted(MOST));
        }
        LocalBookCursor last = since == null ? null : LocalBookCursor.of(since);
        LocalBookCursor round = round(channel, last);
        List<BookChange> read = book.changes(channel, round, limit + 1);
        boolean more = read.size() > limit;
        List<BookChange> changes = more ? read.subList(0, limit) : read;
        return new LocalBookPage(
                customers.find(changes.stream()
                        .filter(Predicate.not(BookChange::removed))
                        .map(BookChange::id)
                        .toList()),
                changes.stream()
                        .filter(BookChange::removed)
                        .map(BookChange::removal)
                        .toList(),
                round.readTo(more ? idOfLast(changes) : null).text(),
                more,
                round.startedAt(),
                properties.bounds());
    }

    private LocalBookCursor round(String channel, @Nullable LocalBookCursor last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long scope = scope(channel);
        // Read before the changes, whose statement then sees all that ended before.
        long horizon = book.horizon();
        if (last == null) {
            return begin(channel, scope, now, horizon, null);
        }
        check(last, scope, now, horizon);
        return last.after() == null ? begin(channel, scope, now, horizon, last) : last;
    }

    private LocalBookCursor begin(
            String channel, long scope, Instant now, long horizon, @Nullable LocalBookCursor last) {
        Instant oldest = now.minus(Duration.ofDays(properties.days()));
        // Never goes back: a customer that comes into the scope without a change would not be delivered.
        Instant least = last != null && last.cutoff().isAfter(oldest) ? last.cutoff() : oldest;
        Instant cutoff = book.cutoff(channel, least, properties.mostCustomers()).orElse(least);
        return last == null
                ? new LocalBookCursor(scope, now, null, horizon, cutoff, cutoff, null)
                : new LocalBookCursor(scope, now, last.horizon(), horizon, last.cutoff(), cutoff, null);
    }

    private void check(LocalBookCursor last, long scope, Instant now, long horizon) {
        if (last.scope() != scope || last.horizon() > horizon) {
            throw ChannelProblem.CURSOR_EXPIRED.because(
                    "The cursor belongs to another database, store or scope. Delete the local customers and begin "
                            + "anew.");
        }
        if (last.startedAt().isBefore(now.minus(properties.removalsKept()))) {
            throw ChannelProblem.CURSOR_EXPIRED.because(
                    "The cursor is too old to know what was removed since. Delete the local customers and begin anew.");
        }
    }

    // Other bounds would bring customers into the scope that have not changed.
    private long scope(String channel) {
        String text = String.join(
                "\n",
                database.current().orElse(""),
                channel,
                Integer.toString(properties.mostCustomers()),
                Integer.toString(properties.days()));
        return ByteBuffer.wrap(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static UUID idOfLast(List<BookChange> changes) {
        return changes.get(changes.size() - 1).id();
    }
}
