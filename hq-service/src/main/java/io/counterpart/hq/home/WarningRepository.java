package io.counterpart.hq.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the data for warnings. */
@Repository
class WarningRepository {

    private static final String FAILURES = """
            select coalesce(error_code, 'unknown') code, count(*) operations, min(error_text) example
            from open_operation where status = 'FAILED'
            group by 1 having count(*) >= :least order by 2 desc, 1
            """;

    private static final String JOBS = """
            select j.job, j.title, j.recurrence, j.held, j.last_run_at,
              (select r.error from batch_job_run r where r.job = j.job order by r.id desc limit 1) last_error
            from batch_job j order by j.job
            """;

    private static final String SEQUENCES = """
            select name, greatest(0, (last_number - next_number + step) / step) remaining
            from number_sequence where (last_number - next_number + step) / step < :few order by 2
            """;

    private static final String FORCED = """
            select count(*) from customer
            where converted_at > :since and created_at > :since and async_reason = 'REALTIME_SERVICE_UNREACHABLE'
            """;

    // Receipts of other customers would be sent to the template's email address.
    private static final String TEMPLATES_WITH_EMAIL = """
            select c.channel from channel c join customer on customer.account_number = c.default_customer
            where customer.receipt_email is not null order by 1
            """;

    private static final String RESTORED = """
            select channel_database, detected_at from channel_restore where healed_at is null order by channel_database
            """;

    private final JdbcClient jdbc;

    WarningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The causes with at least this number of failed operations, the most frequent one first. */
    List<FailureRow> failures(long least) {
        return jdbc.sql(FAILURES).param("least", least).query(FailureRow.class).list();
    }

    List<JobRow> jobs() {
        return jdbc.sql(JOBS).query(JobRow.class).list();
    }

    List<SequenceRow> sequencesWithLessThan(long few) {
        return jdbc.sql(SEQUENCES).param("few", few).query(SequenceRow.class).list();
    }

    long forcedSince(Instant since) {
        return jdbc.sql(FORCED)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<String> channelsWhoseTemplateHasAReceiptEmail() {
        return jdbc.sql(TEMPLATES_WITH_EMAIL).query(String.class).list();
    }

    List<Restored> restoredChannelDatabases() {
        return jdbc.sql(RESTORED).query(Restored.class).list();
    }

    long openDeadLetters() {
        return jdbc.sql("select count(*) from dead_letter where status = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** Failed operations with one cause. */
    record FailureRow(
            String code, long operations, @Nullable String example) {}

    /** A job with the data that may cause a warning. */
    record JobRow(
            String job,
            String title,
            String recurrence,
            boolean held,
            @Nullable Instant lastRunAt,
            @Nullable String lastError) {}

    /** A channel database that was restored from a backup and has not caught up. */
    record Restored(String channelDatabase, Instant detectedAt) {}

    /** A number sequence that is almost exhausted. */
    record SequenceRow(String name, long remaining) {}
}
