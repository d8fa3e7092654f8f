package io.counterpart.channel.localbook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds which customers a store's book has, which of them changed and which left it. */
@Repository
class LocalBookRepository {

    private static final String HORIZON = "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)";

    // The first use that is outside the scope. Each list has enough of the last uses for the customers of both.
    private static final String CUTOFF = """
            select max(used.used_at) as last_use
            from (
              (select async_customer_id, created_at as used_at from customer
               where created_in_channel = :channel and created_at > :least
               order by created_at desc limit :read)
              union all
              (select async_customer_id, used_at from customer_use
               where channel = :channel and used_at > :least
               order by used_at desc limit :read)) as used
            group by used.async_customer_id
            order by last_use desc
            offset :most limit 1
            """;

    // A row from a dump of another database may have the number of a transaction that is yet to come here: everything
    // that is visible is below xmax. The book is read once, by the index of its channel, and compared in memory.
    private static final String CHANGES = """
            with book as materialized (
              select c.async_customer_id as id, c.changed_in
              from customer c
              where c.created_in_channel = :channel and c.created_at > :cutoff and c.erased_at is null
              union all
              select c.async_customer_id, greatest(c.changed_in, u.used_in)
              from customer_use u
              join customer c on c.async_customer_id = u.async_customer_id
              where u.channel = :channel and u.used_at > :cutoff and c.erased_at is null
            ), change as (
              select id, false as removed from book
              where cast(:from as text) is null
                or (changed_in >= cast(cast(:from as text) as xid8)
                  and changed_in < pg_snapshot_xmax(pg_current_snapshot()))
              union
              select r.async_customer_id, true
              from removed_customer r
              where r.removed_in >= cast(cast(:from as text) as xid8)
                and r.removed_in < pg_snapshot_xmax(pg_current_snapshot())
                and not exists (
                  select from customer c where c.async_customer_id = r.async_customer_id and c.erased_at is null)
              union
              select past.id, true
              from (
                select async_customer_id as id from customer
                where created_in_channel = :channel and created_at > :before and created_at <= :cutoff
                union all
                select async_customer_id from customer_use
                where channel = :channel and used_at > :before and used_at <= :cutoff) as past
              where not exists (select from book where book.id = past.id)
            ), page as (
              select id, removed from change
              where cast(:after as uuid) is null or id > cast(:after as uuid)
              order by id
              limit :size
            )
            select page.id, page.removed, linked.async_customer_id as replaced_by
            from page
            left join customer_alias linked on page.removed and linked.alias = page.id::text
            order by page.id
            """;

    private final JdbcClient jdbc;

    LocalBookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest transaction that is still running: all earlier ones have ended, and their changes are visible. */
    long horizon() {
        return Long.parseLong(jdbc.sql(HORIZON).query(String.class).single());
    }

    /**
     * The last use up to which customers are outside the scope. Empty: the store has no more customers than permitted.
     *
     * @param least earlier uses do not count
     */
    Optional<Instant> cutoff(String channel, Instant least, int mostCustomers) {
        return jdbc.sql(CUTOFF)
                .param("channel", channel)
                .param("least", utc(least))
                .param("read", mostCustomers + 1)
                .param("most", mostCustomers)
                .query((row, n) ->
                        row.getObject("last_use", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The next changes of the round, in the order of the ids. */
    List<BookChange> changes(String channel, LocalBookCursor round, int size) {
        Long from = round.from();
        return jdbc.sql(CHANGES)
                .param("channel", channel)
                .param("cutoff", utc(round.cutoff()))
                .param("before", utc(round.before()))
                .param("from", from == null ? null : Long.toString(from))
                .param("after", round.after())
                .param("size", size)
                .query((row, n) -> new BookChange(
                        row.getObject("id", UUID.class),
                        row.getBoolean("removed"),
                        row.getObject("replaced_by", UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
