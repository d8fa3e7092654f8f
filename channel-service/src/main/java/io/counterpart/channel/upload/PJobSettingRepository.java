package io.counterpart.channel.upload;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The one row of how the P-job runs. */
@Repository
class PJobSettingRepository {

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

    void schedule(int recurrenceSeconds) {
        jdbc.update("update p_job_setting set recurrence_seconds = ?, changed_at = now()", recurrenceSeconds);
    }
}
