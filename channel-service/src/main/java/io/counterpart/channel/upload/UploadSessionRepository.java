package io.counterpart.channel.upload;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.UploadSession;

/** The table of upload sessions. */
@Repository
class UploadSessionRepository {

    private static final String INSERT = """
            insert into upload_session
              (id, counter_from, counter_to, rows, status, try_count, message, started_at, finished_at,
               rerun, rerun_for)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ORIGINAL = """
            select id from upload_session
            where counter_to >= ? and counter_from <= ? and not rerun
            order by counter_to limit 1
            """;

    private final JdbcTemplate jdbc;

    UploadSessionRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UploadSession session) {
        jdbc.update(
                INSERT,
                session.id(),
                session.counterFrom(),
                session.counterTo(),
                session.rows(),
                session.status(),
                session.tryCount(),
                session.message(),
                Timestamp.from(session.startedAt()),
                session.finishedAt() == null ? null : Timestamp.from(session.finishedAt()),
                session.rerun(),
                session.rerunFor());
    }

    /** The session that uploaded an operation the first time, unless it was purged. */
    Optional<UUID> original(long counter) {
        return jdbc.queryForList(ORIGINAL, UUID.class, counter, counter).stream()
                .findFirst();
    }
}
