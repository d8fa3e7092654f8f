package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code duplicate_pair}. */
@Repository
class DuplicatePairWriteRepository {

    private static final int DELETED_AT_ONCE = 10_000;

    // A decision of a person stays, whatever the customers have in common.
    private static final String SAVE = """
            insert into duplicate_pair as kept (first_customer, second_customer, score, reasons, status, found_at)
            select first_customer, second_customer, score, string_to_array(reasons, ','), 'OPEN', :now
            from unnest(:firsts::uuid[], :seconds::uuid[], :scores::integer[], :reasons::text[])
              as given (first_customer, second_customer, score, reasons)
            order by first_customer, second_customer
            on conflict (first_customer, second_customer) do update
            set score = excluded.score, reasons = excluded.reasons, gone_at = null,
              status = case kept.status when 'NOT_SAME' then 'NOT_SAME' else 'OPEN' end,
              found_at = case kept.status when 'GONE' then excluded.found_at else kept.found_at end
            returning kept.id
            """;

    private static final String CLOSE = """
            update duplicate_pair set status = 'GONE', gone_at = :now
            where status = 'OPEN' and (first_customer = any(:ids) or second_customer = any(:ids))
              and id <> all(:kept::bigint[])
            """;

    private static final String CLOSE_DECIDED = """
            update duplicate_pair set status = 'GONE', gone_at = :now
            where status = 'NOT_SAME' and (first_customer = any(:ids) or second_customer = any(:ids))
            """;

    private static final String DELETE_GONE = """
            delete from duplicate_pair
            where id in (select id from duplicate_pair where status = 'GONE' and gone_at < :before limit :limit)
            """;

    private static final String DECIDE = """
            update duplicate_pair
            set status = 'NOT_SAME', decided_by = :by, decided_at = :now, decision_reason = :reason, gone_at = null
            where id = :id and status <> 'NOT_SAME'
            """;

    // The score is that of the scan, which finds the pair later.
    private static final String REMEMBER = """
            insert into duplicate_pair
              (first_customer, second_customer, score, reasons, status, found_at, decided_by, decided_at)
            select least(:customer::uuid, other), greatest(:customer::uuid, other), 0, '{}'::text[], 'NOT_SAME', :now, :by, :now
            from unnest(:others::uuid[]) as other
            order by 1, 2
            on conflict (first_customer, second_customer) do nothing
            """;

    private final JdbcClient jdbc;

    DuplicatePairWriteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the IDs of these pairs. */
    List<Long> save(List<RatedPair> pairs, Instant now) {
        return jdbc.sql(SAVE)
                .param(
                        "firsts",
                        pairs.stream().map(it -> it.customers().firstCustomer()).toArray(UUID[]::new))
                .param(
                        "seconds",
                        pairs.stream()
                                .map(it -> it.customers().secondCustomer())
                                .toArray(UUID[]::new))
                .param("scores", pairs.stream().map(it -> it.rating().score()).toArray(Integer[]::new))
                .param("reasons", pairs.stream().map(RatedPair::reasons).toArray(String[]::new))
                .param("now", utc(now))
                .query(Long.class)
                .list();
    }

    /** Closes the open pairs of these customers except those to keep. */
    void close(Collection<UUID> customers, List<Long> kept, Instant now) {
        jdbc.sql(CLOSE)
                .param("ids", customers.toArray(UUID[]::new))
                .param("kept", kept.toArray(Long[]::new))
                .param("now", utc(now))
                .update();
    }

    /** Closes the decided pairs of customers that do not exist any more. */
    void closeDecided(Collection<UUID> customers, Instant now) {
        jdbc.sql(CLOSE_DECIDED)
                .param("ids", customers.toArray(UUID[]::new))
                .param("now", utc(now))
                .update();
    }

    void deleteGone(Instant before) {
        jdbc.sql(DELETE_GONE)
                .param("before", utc(before))
                .param("limit", DELETED_AT_ONCE)
                .update();
    }

    /** Returns false if that was decided before. */
    boolean decideNotSame(long id, String by, @Nullable String reason, Instant now) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("by", by)
                        .param("reason", reason)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Remembers a decision about a customer that may not exist yet. */
    void rememberNotSame(UUID customer, Collection<UUID> others, String by, Instant now) {
        jdbc.sql(REMEMBER)
                .param("customer", customer)
                .param("others", others.toArray(UUID[]::new))
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
