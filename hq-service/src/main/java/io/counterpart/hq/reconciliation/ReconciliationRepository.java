package io.counterpart.hq.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.reconciliation.ReconciliationView.Span;

/** Counts the operations of a channel database between two replication counters; every query uses an index. */
@Repository
class ReconciliationRepository {

    private static final int MOST = 1000;

    private static final String HIGHEST = """
            select greatest(
              (select max(replication_counter) from async_operation where channel_database = :database),
              (select max(counter_to) from upload_session where channel_database = :database), 0)
            """;

    private static final String STAGED = """
            select count(*) as staged,
              count(*) filter (where open_operation.recid is null) as converted,
              count(*) filter (where status = 'FAILED') as failed
            from async_operation
            left join open_operation using (recid)
            where async_operation.channel_database = :database and replication_counter between :from and :to
            """;

    private static final String OPEN = """
            select operation_id
            from open_operation
            join async_operation using (recid)
            where async_operation.channel_database = :database and replication_counter between :from and :to
              and (status = 'FAILED') = :failed
            order by recid limit :limit
            """;

    private static final String UPLOADED = """
            select coalesce(sum(rows), 0) from upload_session
            where channel_database = :database and counter_from <= :to and counter_to >= :from and not rerun
            """;

    private static final String NOT_STAGED = """
            select session, counter_from, counter_to, uploaded, staged from (
              select id as session, counter_from, counter_to, rows::bigint as uploaded, unavailable,
                (select count(distinct replication_counter) from async_operation
                  where async_operation.channel_database = upload_session.channel_database
                    and replication_counter between counter_from and counter_to
                    and (counters is null or replication_counter <@ counters)) as staged
              from upload_session
              where channel_database = :database and counter_from <= :to and counter_to >= :from and not rerun) as session
            where staged + unavailable < uploaded
            order by counter_from limit :limit
            """;

    private static final String UNPUBLISHED = """
            select distinct customer.account_number
            from distribution_log
            join customer on customer.account_number = distribution_log.aggregateid
            where aggregatetype = 'cdx.1010' and payload is not null and exists (
              select from async_operation
              left join customer_alias on alias = async_operation.async_customer_id
              where channel_database = :database and replication_counter between :from and :to
                and coalesce(customer_alias.async_customer_id, async_operation.async_customer_id)
                  = customer.async_customer_id)
            order by 1 limit :limit
            """;

    private static final String HEARTBEAT = "select report from channel_heartbeat where channel_database = :database";

    private final JdbcClient jdbc;
    private final MessageJson json;

    ReconciliationRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long highestCounter(String database) {
        return jdbc.sql(HIGHEST).param("database", database).query(Long.class).single();
    }

    StageCounts staged(CounterRange range) {
        return in(STAGED, range).query(StageCounts.class).single();
    }

    long uploaded(CounterRange range) {
        return in(UPLOADED, range).query(Long.class).single();
    }

    List<UUID> open(CounterRange range, boolean failed) {
        return in(OPEN, range)
                .param("failed", failed)
                .param("limit", MOST)
                .query(UUID.class)
                .list();
    }

    List<Span> uploadedNotStaged(CounterRange range) {
        return in(NOT_STAGED, range).param("limit", MOST).query(Span.class).list();
    }

    List<String> unpublished(CounterRange range) {
        return in(UNPUBLISHED, range).param("limit", MOST).query(String.class).list();
    }

    Optional<Heartbeat> heartbeat(String database) {
        return jdbc.sql(HEARTBEAT)
                .param("database", database)
                .query(String.class)
                .optional()
                .map(report -> json.read(report, Heartbeat.class));
    }

    boolean isKnown(String database) {
        return heartbeat(database).isPresent()
                || jdbc.sql("select count(*) from channel_database where name = :database")
                                .param("database", database)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private JdbcClient.StatementSpec in(String sql, CounterRange range) {
        return jdbc.sql(sql)
                .param("database", range.channelDatabase())
                .param("from", range.from())
                .param("to", range.to());
    }

    /** Both counters are inclusive. */
    record CounterRange(String channelDatabase, long from, long to) {}

    record StageCounts(long staged, long converted, long failed) {}
}
