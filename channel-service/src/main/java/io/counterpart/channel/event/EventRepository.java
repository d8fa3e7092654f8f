package io.counterpart.channel.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The two tables of events: new events, and events with a number. */
@Repository
class EventRepository {

    private static final String APPEND = """
            insert into channel_event_arrival (type, channel, async_customer_id, data, occurred_at)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[])
            """;

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('channel_event'))::text";

    private static final String HAS_NEW_EVENTS = "select exists (select from channel_event_arrival)";

    // Numbers are assigned after the sort, so the events keep their order of arrival.
    private static final String NUMBER = """
            with arrived as (
              delete from channel_event_arrival
              where arrival in (select arrival from channel_event_arrival order by arrival limit ?)
              returning *
            )
            insert into channel_event (type, channel, async_customer_id, data, occurred_at)
            select type, channel, async_customer_id, data, occurred_at from arrived order by arrival
            """;

    private static final String LATEST = "select coalesce(max(id), 0) from channel_event";
    private static final String OLDEST = "select coalesce(min(id), 0) from channel_event";

    private static final String BETWEEN = """
            select id, type, channel, data from channel_event where id > ? and id <= ? order by id limit ?
            """;

    // Never deletes the newest event, however old, since it holds the highest number. Scans only old rows.
    private static final String PURGE = """
            delete from channel_event
            where id < coalesce(
              (select id from channel_event where occurred_at >= ?::timestamptz order by id limit 1),
              (select max(id) from channel_event))
            """;

    private final JdbcTemplate jdbc;

    EventRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<ChannelEvent> events) {
        jdbc.update(
                APPEND,
                texts(events, event -> event.type().name()),
                texts(events, ChannelEvent::channel),
                texts(
                        events,
                        event -> event.asyncCustomerId() == null
                                ? null
                                : event.asyncCustomerId().toString()),
                texts(events, ChannelEvent::data),
                texts(events, event -> event.occurredAt().toString()));
    }

    boolean hasNewEvents() {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_NEW_EVENTS, Boolean.class));
    }

    /**
     * Waits for any other transaction that assigns numbers, in any instance, and holds the lock until the end of the
     * caller's transaction.
     */
    void lockNumbers() {
        jdbc.queryForObject(ONE_AT_A_TIME, String.class);
    }

    int number(int atMost) {
        return jdbc.update(NUMBER, atMost);
    }

    /** 0: there is no event. */
    long latest() {
        return number(LATEST);
    }

    /** 0: there is no event. */
    long oldest() {
        return number(OLDEST);
    }

    List<StoredEvent> between(long after, long upTo, int atMost) {
        return jdbc.query(
                BETWEEN,
                (row, n) -> new StoredEvent(
                        row.getLong("id"),
                        EventType.valueOf(row.getString("type")),
                        row.getString("channel"),
                        row.getString("data")),
                after,
                upTo,
                atMost);
    }

    int purge(Instant olderThan) {
        return jdbc.update(PURGE, olderThan.toString());
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private static String[] texts(List<ChannelEvent> events, Function<ChannelEvent, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
