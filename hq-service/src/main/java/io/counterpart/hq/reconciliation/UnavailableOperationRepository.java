package io.counterpart.hq.reconciliation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.AvailableOperations;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.reconciliation.ReconciliationRepository.CounterRange;
import io.counterpart.hq.reconciliation.ReconciliationView.UnavailableSpan;

/** Counts the operations of upload sessions that channel databases cannot upload again. */
@Repository
class UnavailableOperationRepository {

    private static final int MOST = 1000;

    // An older answer, or one about a session that is done, changes nothing. What the answer does not cover stays as
    // it was; without an earlier answer it counts as available, so that it is requested.
    private static final String ANSWER = """
            with answer as (
              select int8multirange(int8range(:from, :to, '[]')) as covered,
                coalesce((select range_agg(int8range("from", "to", '[]'))
                  from json_to_recordset(:available::json) as span ("from" bigint, "to" bigint)
                  where "from" <= "to"), '{}') as available,
                least(:at::timestamptz, now()) as at
            ), session as (
              select upload.id, upload.channel_database, upload.counter_from, upload.counter_to, upload.counters,
                upload.rows, answer.at,
                (coalesce(upload.available, own.counters) - answer.covered + answer.available * answer.covered)
                  * own.counters as available
              from answer
              join upload_session as upload on upload.channel_database = :database
                and upload.counter_from <= :to and upload.counter_to >= :from
                and not upload.rerun and not upload.staged
                and (upload.answered_at is null or upload.answered_at <= answer.at)
              cross join lateral (select coalesce(
                  upload.counters,
                  int8multirange(int8range(upload.counter_from, upload.counter_to, '[]'))) as counters) as own
            ), counted as (
              select session.*, %s as found, %s as lost from session
            )
            update upload_session as upload
            set available = counted.available,
              answered_at = counted.at,
              unavailable = counted.lost,
              unavailable_acknowledged = upload.unavailable_acknowledged and counted.lost <= upload.unavailable,
              staged = counted.found + counted.lost >= counted.rows
            from counted
            where upload.id = counted.id and not upload.staged
            """.formatted(UploadCheckRepository.FOUND, UploadCheckRepository.UNAVAILABLE);

    // What was staged after the answer is no longer unavailable.
    private static final String REMAINING = """
            (select id, channel_database, counter_from, counter_to, started_at, finished_at, unavailable_acknowledged,
                least(unavailable, rows - found) as unavailable
              from (select session.*, %s as found from %%s as session where unavailable > 0) as counted
              where found < rows) as remaining
            """.formatted(UploadCheckRepository.FOUND);

    private static final String IN_RANGE = REMAINING.formatted("upload_session") + """
            where channel_database = :database and counter_from <= :to and counter_to >= :from
            """;

    private static final String BY_DATABASE = """
            select channel_database, sum(unavailable)::bigint as operations, min(started_at) as uploaded_from,
              max(coalesce(finished_at, started_at)) as uploaded_to, unavailable_acknowledged as acknowledged
            from %s
            where not unavailable_acknowledged or :acknowledged
            group by channel_database, unavailable_acknowledged
            order by channel_database, unavailable_acknowledged
            """.formatted(REMAINING.formatted("upload_session"));

    private static final String ACKNOWLEDGE = """
            with acknowledged as (
              update upload_session set unavailable_acknowledged = true
              where channel_database = :database and unavailable > 0 and not unavailable_acknowledged
              returning *
            )
            select coalesce(sum(unavailable), 0)::bigint from %s
            """.formatted(REMAINING.formatted("acknowledged"));

    private final JdbcClient jdbc;
    private final MessageJson json;

    UnavailableOperationRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(AvailableOperations answer) {
        jdbc.sql(ANSWER)
                .param("database", answer.channelDatabase())
                .param("from", answer.counterFrom())
                .param("to", Math.min(answer.counterTo(), Long.MAX_VALUE - 1))
                .param("available", json.write(answer.available()))
                .param("at", answer.at().toString())
                .update();
    }

    long count(CounterRange range) {
        return in("select coalesce(sum(unavailable), 0)::bigint from " + IN_RANGE, range)
                .query(Long.class)
                .single();
    }

    List<UnavailableSpan> sessions(CounterRange range) {
        return in(
                        "select id as session, counter_from, counter_to, unavailable::bigint as unavailable from "
                                + IN_RANGE + "order by counter_from limit :limit",
                        range)
                .param("limit", MOST)
                .query(UnavailableSpan.class)
                .list();
    }

    /** @param acknowledged whether to include what an operator has acknowledged */
    List<UnavailableOperations> byChannelDatabase(boolean acknowledged) {
        return jdbc.sql(BY_DATABASE)
                .param("acknowledged", acknowledged)
                .query(UnavailableOperations.class)
                .list();
    }

    /** Returns the number of operations that were acknowledged by this call. */
    long acknowledge(String channelDatabase) {
        return jdbc.sql(ACKNOWLEDGE)
                .param("database", channelDatabase)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec in(String sql, CounterRange range) {
        return jdbc.sql(sql)
                .param("database", range.channelDatabase())
                .param("from", range.from())
                .param("to", range.to());
    }
}
