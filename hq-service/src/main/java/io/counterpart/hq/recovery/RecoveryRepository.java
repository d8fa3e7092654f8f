package io.counterpart.hq.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code recovery} and {@code recovery_report}. */
@Repository
class RecoveryRepository {

    private static final Duration SAME_SIGN = Duration.ofHours(1);

    // A channel database that an earlier recovery left out may have older data, so its lost period is included. The
    // same sign within an hour starts no recovery, because the previous one did not remove it.
    private static final String BEGIN = """
            insert into recovery (id, sign, detected_at, lost_since, status, sequence_from)
            select :id, :sign, :at::timestamptz, least(:since::timestamptz, (
                select min(earlier.lost_since) from recovery as earlier join recovery_report on recovery_report.recovery = earlier.id
                where left_out_by is not null)), 'COLLECTING', :from
            where not exists (select from recovery where sign = :sign and finished_at > :again::timestamptz)
            on conflict ((true)) where finished_at is null do nothing
            """;

    private static final String EXPECT = """
            insert into recovery_report (recovery, channel_database)
            select :id, name from channel_database
            union select :id, channel_database from channel_heartbeat
            """;

    private static final String DUE = """
            update recovery_report set requested_at = :at::timestamptz, customers = 0
            where recovery = :id and reported_at is null and left_out_by is null
              and (requested_at is null or requested_at < :before::timestamptz)
            returning channel_database
            """;

    private static final String COMPLETE = """
            update recovery set status = 'APPLYING'
            where id = :id and status = 'COLLECTING' and topics_read_at is not null and not exists (
              select from recovery_report
              where recovery = :id and reported_at is null and left_out_by is null)
            """;

    private static final String REPORTED = """
            update recovery_report
            set customers = customers + :customers, reported_at = case when :last then :at::timestamptz else reported_at end
            where recovery = :id and channel_database = :database
            """;

    private static final String COUNT = """
            update recovery
            set customers_inserted = customers_inserted + :inserted, customers_updated = customers_updated + :updated,
              customers_in_conflict = customers_in_conflict + :conflicts, operations_reopened = operations_reopened + :reopened
            where id = :id
            """;

    private static final String FINISH = """
            update recovery set status = 'FINISHED', finished_at = :at::timestamptz, sequence_to = :to
            where id = :id and status = 'APPLYING'
            """;

    private final JdbcClient jdbc;

    RecoveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Recovery> open() {
        return jdbc.sql("select * from recovery where finished_at is null")
                .query(Recovery.class)
                .optional();
    }

    List<Recovery> newest(int limit) {
        return jdbc.sql("select * from recovery order by detected_at desc limit :limit")
                .param("limit", limit)
                .query(Recovery.class)
                .list();
    }

    List<RecoveryReport> reports(UUID id) {
        return jdbc.sql("""
                        select channel_database, reported_at, customers, left_out_by from recovery_report
                        where recovery = :id order by channel_database
                        """).param("id", id).query(RecoveryReport.class).list();
    }

    /** Whether this call started the recovery; at most one is open. */
    boolean begin(UUID id, String sign, Instant at, Instant since, long nextNumber) {
        boolean begun = jdbc.sql(BEGIN)
                        .param("id", id)
                        .param("sign", sign)
                        .param("at", at.toString())
                        .param("since", since.toString())
                        .param("again", at.minus(SAME_SIGN).toString())
                        .param("from", nextNumber)
                        .update()
                == 1;
        if (begun) {
            jdbc.sql(EXPECT).param("id", id).update();
        }
        return begun;
    }

    /** The channel databases to be asked now; marks them as asked. */
    List<String> due(UUID id, Instant at, Instant askedBefore) {
        return jdbc.sql(DUE)
                .param("id", id)
                .param("at", at.toString())
                .param("before", askedBefore.toString())
                .query(String.class)
                .list();
    }

    void reported(UUID id, String channelDatabase, int customers, boolean last, Instant at) {
        jdbc.sql(REPORTED)
                .param("id", id)
                .param("database", channelDatabase)
                .param("customers", customers)
                .param("last", last)
                .param("at", at.toString())
                .update();
    }

    boolean leaveOut(UUID id, String channelDatabase, String by) {
        return jdbc.sql("""
                        update recovery_report set left_out_by = :by
                        where recovery = :id and channel_database = :database and reported_at is null
                        """)
                        .param("id", id)
                        .param("database", channelDatabase)
                        .param("by", by)
                        .update()
                == 1;
    }

    void topicsRead(UUID id, Instant at) {
        jdbc.sql("update recovery set topics_read_at = :at::timestamptz where id = :id")
                .param("id", id)
                .param("at", at.toString())
                .update();
    }

    boolean beginApplying(UUID id) {
        return jdbc.sql(COMPLETE).param("id", id).update() == 1;
    }

    void count(UUID id, int inserted, int updated, int conflicts, int reopened) {
        jdbc.sql(COUNT)
                .param("id", id)
                .param("inserted", inserted)
                .param("updated", updated)
                .param("conflicts", conflicts)
                .param("reopened", reopened)
                .update();
    }

    boolean finish(UUID id, Instant at, long nextNumber) {
        return jdbc.sql(FINISH)
                        .param("id", id)
                        .param("at", at.toString())
                        .param("to", nextNumber)
                        .update()
                == 1;
    }
}
