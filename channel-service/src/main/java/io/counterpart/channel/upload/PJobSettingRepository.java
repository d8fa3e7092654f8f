package io.counterpart.channel.upload;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The single row with the settings of the P-job. */
@Repository
class PJobSettingRepository {

    // Includes purged rows: the setting stores the highest counter.
    private static final String HIGHEST = """
            select greatest(highest_counter, (select max(replication_counter) from async_operation))
            from p_job_setting
            """;

    private static final String CONTINUE = """
            select setval(log.sequence, ?)
            from (select pg_get_serial_sequence('async_operation', 'replication_counter')::regclass as sequence) as log
            where coalesce(pg_sequence_last_value(log.sequence), 0) < ?
            """;

    private final JdbcTemplate jdbc;

    PJobSettingRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isHeld() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select held from p_job_setting", Boolean.class));
    }

    void hold(boolean held) {
        jdbc.update("update p_job_setting set held = ?, changed_at = now()", held);
    }

    /** The highest replication counter that was ever assigned. */
    long highestCounter() {
        Long highest = jdbc.queryForObject(HIGHEST, Long.class);
        return highest == null ? 0 : highest;
    }

    void saveHighestCounter(long counter) {
        jdbc.update("update p_job_setting set highest_counter = ? where highest_counter < ?", counter, counter);
    }

    /**
     * Makes the log assign counters above this one, never lower ones than it would otherwise. Appending transactions
     * wait for a moment.
     */
    void continueAbove(long counter) {
        jdbc.execute("lock table async_operation in share row exclusive mode");
        jdbc.query(CONTINUE, row -> {}, counter, counter);
        saveHighestCounter(counter);
    }

    void schedule(int recurrenceSeconds) {
        jdbc.update("update p_job_setting set recurrence_seconds = ?, changed_at = now()", recurrenceSeconds);
    }
}
